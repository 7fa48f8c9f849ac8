package org.icportrait.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.icportrait.bridge.EggHead;

import picocli.CommandLine;

/** Runs the command line within the tests of other rooms. */
public final class CommandLines {

	private CommandLines() {}

	/** Parses a command line and checks what it asks for, as a run does before its first file; throws what that throws. */
	public static void check(final String... arguments) {
		final CommandLine line = Main.commandLine();
		final CommandLine.ParseResult parsed = line.parseArgs(arguments);
		if (parsed.hasSubcommand() && parsed.subcommand().commandSpec().userObject() instanceof FileCommand command) command.request();
	}

	/** Runs with the egg's models and results in {@code out}; returns the exit code. */
	public static int run(final Path out, final String... arguments) {
		final List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--models", EggHead.pack().toString(), "--device", "cpu", "--out", out.toString()));
		return Main.commandLine().execute(all.toArray(String[]::new));
	}
}
