package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Executer;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JTextField;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Look;
import org.icportrait.bridge.Macros;
import org.icportrait.bridge.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.prefs.PrefService;

/** The dialogs as people use them: shown, filled, answered. */
@OnScreen
class CommandDialogsTest {

	private static final int PATIENCE_S = 60;

	private Recorder recorder;
	private ImagePlus photograph;

	@BeforeEach
	void openAPhotograph() {
		EggHead.useInCommands();
		CommandPlugIn.context().service(PrefService.class).clear(GeneratePortrait.class);
		CommandPlugIn.install();
		photograph = EggHead.one();
		photograph.show();
		recorder = new Recorder(false);
	}

	@AfterEach
	void closeAll() {
		recorder.close();
		Macros.closeAll();
	}

	private Future<CommandModule> start() {
		return CommandPlugIn.context().service(CommandService.class).run(GeneratePortrait.class, true, "image", photograph);
	}

	/** As from ImageJ's menu. */
	private static Thread choose() {
		final Thread thread = new Thread(new Executer(Labels.GENERATE), "Run$_" + Labels.GENERATE);
		thread.start();
		return thread;
	}

	/** The dialog that is open, once it is. */
	private static JDialog dialog() throws Exception {
		for (int i = 0; i < PATIENCE_S * 20; i++) {
			for (final Window window : Window.getWindows()) {
				if (window instanceof JDialog dialog && dialog.isShowing() && dialog.getTitle().equals("Generate Portrait")) return dialog;
			}
			TimeUnit.MILLISECONDS.sleep(50);
		}
		throw new AssertionError("No dialog came up.");
	}

	private static void press(final JDialog dialog, final String word) throws Exception {
		final JButton button = button(dialog.getContentPane(), word);
		assertNotNull(button, word);
		Look.onEventThread(() -> {
			button.doClick();
			return null;
		});
	}

	private static JButton button(final Container container, final String word) {
		for (final Component child : container.getComponents()) {
			if (child instanceof JButton button && word.equals(button.getText())) return button;
			final JButton found = child instanceof Container inner ? button(inner, word) : null;
			if (found != null) return found;
		}
		return null;
	}

	/** The component of a name that assistive programs read. */
	private static <T extends Component> T named(final Container container, final String name, final Class<T> type) {
		for (final Component child : container.getComponents()) {
			if (type.isInstance(child) && name.equals(child.getAccessibleContext().getAccessibleName())) return type.cast(child);
			final T found = child instanceof Container inner ? named(inner, name, type) : null;
			if (found != null) return found;
		}
		return null;
	}

	@Test
	void whatIsTypedIsMadeAndRecorded() throws Exception {
		final Thread running = choose();
		final JDialog dialog = dialog();
		assertFalse(dialog.isModal());
		Look.onEventThread(() -> {
			named(dialog.getContentPane(), Labels.YAW, JTextField.class).setText("21.5"); // and no Enter
			return null;
		});
		press(dialog, "Generate");
		running.join(PATIENCE_S * 1000);
		assertNotNull(WindowManager.getImage("someone-portrait"));
		final String lines = recorder.getText();
		final String wanted = "run(\"Generate Portrait...\", \"pose=absolute yaw=21.5 pitch=0.0 roll=0.0 turn=head background=keep light=keep method=geometric\");";
		assertTrue(lines.contains(wanted), lines);
		assertEquals(lines.indexOf("run("), lines.lastIndexOf("run("), "it is recorded once: " + lines);
	}

	@Test
	void cancelCancelsTheCommandAndIsNotRecorded() throws Exception {
		final int open = WindowManager.getImageCount();
		final Thread running = choose();
		press(dialog(), "Cancel");
		running.join(PATIENCE_S * 1000);
		assertEquals(open, WindowManager.getImageCount());
		assertFalse(recorder.getText().contains("Generate"), recorder.getText());
	}

	@Test
	void closingTheWindowCancels() throws Exception {
		final Future<CommandModule> running = start();
		final JDialog dialog = dialog();
		Look.onEventThread(() -> {
			dialog.dispose();
			return null;
		});
		assertTrue(running.get(PATIENCE_S, TimeUnit.SECONDS).isCanceled());
	}

	@Test
	void imageJGoesOnWhileItIsOpen() throws Exception {
		final Future<CommandModule> running = start();
		final JDialog dialog = dialog();
		final ImagePlus other = IJ.createImage("other", "RGB", 50, 50, 1);
		other.show();
		IJ.run(other, "Invert", "");
		press(dialog, "Generate");
		final CommandModule module = running.get(PATIENCE_S, TimeUnit.SECONDS);
		assertEquals("someone-portrait", ((ImagePlus) module.getOutput("generated")).getTitle(), "made of the photograph that the dialog is about");
	}

	@Test
	void thePreviewStandsBesideIt() throws Exception {
		final Future<CommandModule> running = start();
		final JDialog dialog = dialog();
		Window preview = null;
		for (int i = 0; i < PATIENCE_S * 20 && preview == null; i++) {
			for (final Window owned : dialog.getOwnedWindows()) if (owned.isShowing()) preview = owned;
			TimeUnit.MILLISECONDS.sleep(50);
		}
		assertNotNull(preview, "a preview");
		assertFalse(preview.getBounds().intersects(dialog.getBounds()));
		press(dialog, "Cancel");
		running.get(PATIENCE_S, TimeUnit.SECONDS);
		Look.onEventThread(() -> null);
		assertFalse(preview.isShowing());
	}

	@Test
	void withoutAPhotographItSaysWhatToDo() throws Exception {
		Macros.closeAll();
		final CommandModule module = CommandPlugIn.context().service(CommandService.class).run(GeneratePortrait.class, true).get(PATIENCE_S, TimeUnit.SECONDS);
		assertTrue(module.isCanceled() && module.getCancelReason().contains("open a photograph"), module.getCancelReason());
	}
}
