package org.icportrait.bridge;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;

import java.awt.Menu;
import java.awt.MenuItem;
import java.nio.file.Path;
import java.util.List;

import org.icportrait.commands.PortraitService;
import org.icportrait.inference.Device;
import org.icportrait.portrait.EngineOptions;

/**
 * Opens plain ImageJ with our commands in its Plugins menu, without a Fiji:
 *
 * <pre>
 * MAVEN_OPTS="--add-opens java.base/java.lang=ALL-UNNAMED" mvn -q test-compile exec:java \
 *   -Dexec.classpathScope=test -Dexec.mainClass=org.icportrait.bridge.DevImageJ -Dexec.args="[model folder|-] [picture] [command]"
 * </pre>
 */
public final class DevImageJ {

	private DevImageJ() {}

	/** Optional: model folder ("-" for the default pack), picture to open, command to run. */
	public static void main(final String... arguments) {
		PatchedImageJ.patch();
		Window.open(arguments);
	}

	/** Apart from the entry, because ImageJ's classes must not load before they are patched. */
	private static final class Window {

		static void open(final String... arguments) {
			final ImageJ application = new ImageJ(ImageJ.STANDALONE);
			addMenu(application, CommandPlugIn.install());
			if (arguments.length > 0 && !arguments[0].equals("-")) {
				final EngineOptions options = new EngineOptions(Path.of(arguments[0]), Device.AUTO, null);
				CommandPlugIn.context().service(PortraitService.class).use(options);
			}
			if (arguments.length > 1) {
				final ImagePlus picture = IJ.openImage(arguments[1]);
				picture.show();
			}
			if (arguments.length > 2) IJ.doCommand(arguments[2]);
		}

		private static void addMenu(final ImageJ application, final List<String> labels) {
			final Menu menu = new Menu("IC-Portrait");
			for (final String label : labels) {
				final MenuItem item = new MenuItem(label);
				item.addActionListener(application);
				menu.add(item);
			}
			for (int i = 0; i < Menus.getMenuBar().getMenuCount(); i++) {
				if (Menus.getMenuBar().getMenu(i).getLabel().equals("Plugins")) Menus.getMenuBar().getMenu(i).add(menu);
			}
		}
	}
}
