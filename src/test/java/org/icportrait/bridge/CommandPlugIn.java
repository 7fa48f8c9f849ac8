package org.icportrait.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.plugin.PlugIn;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleRunner;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

/** Runs a SciJava command, named by its class, from an ImageJ menu entry, with all its pre- and postprocessors, on the calling thread. */
public class CommandPlugIn implements PlugIn {

	private static Context context;

	/** The context that all commands share. */
	public static synchronized Context context() {
		if (context == null) context = new Context();
		return context;
	}

	/** Enters every command below a menu of ours under its label, as Fiji would, and returns the labels. */
	@SuppressWarnings("unchecked")
	public static synchronized List<String> install() {
		// Any command makes ImageJ read its menus.
		if (Menus.getCommands() == null) IJ.run("Clear Results");
		final Hashtable<String, String> menu = Menus.getCommands();
		final List<String> labels = new ArrayList<>();
		for (final CommandInfo info : context().service(CommandService.class).getCommands()) {
			if (!info.getClassName().startsWith("org.icportrait.")) continue;
			final String label = info.getMenuPath().getLeaf().getName();
			menu.put(label, CommandPlugIn.class.getName() + "(\"" + info.getClassName() + "\")");
			labels.add(label);
		}
		return labels;
	}

	@Override
	public void run(final String className) {
		try {
			final CommandInfo info = context().service(CommandService.class).getCommand(className);
			final Module module = info.createModule();
			context().inject(module);
			final PluginService plugins = context().service(PluginService.class);
			new ModuleRunner(context(), module, plugins.createInstancesOfType(PreprocessorPlugin.class),
				plugins.createInstancesOfType(PostprocessorPlugin.class)).run();
			if (!GraphicsEnvironment.isHeadless()) showOutputs(module);
		}
		catch (final Exception exception) {
			IJ.handleException(exception);
		}
	}

	/** With a screen, Fiji shows outputs by itself. */
	private static void showOutputs(final Module module) {
		for (final ModuleItem<?> output : module.getInfo().outputs()) {
			if (module.getOutput(output.getName()) instanceof ImagePlus image && !image.isVisible()) image.show();
		}
	}
}
