package org.icportrait.bridge;

import ij.IJ;
import ij.Menus;
import ij.plugin.PlugIn;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/**
 * Runs a SciJava command, named by its class, from an ImageJ menu entry as imagej-legacy does: with all its pre- and postprocessors, on a
 * thread of SciJava's pool, while the caller waits.
 */
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
			context().service(ModuleService.class).run(info, true).get();
		}
		catch (final Exception exception) {
			IJ.handleException(exception);
		}
	}
}
