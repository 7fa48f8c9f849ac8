package org.icportrait.commands;

import java.util.Map;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.work.BadInput;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** Reads the calls of macros within the tests of other rooms, as a run does before its command. */
public final class MacroLines {

	private MacroLines() {}

	/**
	 * Parses the options of a command.
	 *
	 * @param command the last word of its menu
	 * @throws BadInput for an unknown command or key, and for a value that the key does not take
	 */
	public static void check(final String command, final String options) {
		final CommandInfo info = find(command);
		for (final Map.Entry<String, String> given : MacroOptions.parse(options).entrySet()) {
			final ModuleItem<?> item = info.getInput(given.getKey());
			if (item == null || !OurModules.isForUsers(item)) throw new BadInput("Unknown macro key \"" + given.getKey() + "\".");
			MacroValue.parse(item, given.getValue());
		}
	}

	private static CommandInfo find(final String command) {
		for (final CommandInfo info : CommandPlugIn.context().service(CommandService.class).getCommands()) {
			if (info.getClassName().startsWith(MacroLines.class.getPackageName() + ".") && command.equals(info.getMenuPath().getLeaf().getName())) return info;
		}
		throw new BadInput("There is no command \"" + command + "\".");
	}
}
