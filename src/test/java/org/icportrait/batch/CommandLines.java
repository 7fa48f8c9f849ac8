package org.icportrait.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.icportrait.bridge.EggHead;

/** Runs the command line within the tests of other rooms. */
public final class CommandLines {

	private CommandLines() {}

	/** Runs with the egg's models and results in {@code out}; returns the exit code. */
	public static int run(final Path out, final String... arguments) {
		final List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--models", EggHead.pack().toString(), "--device", "cpu", "--out", out.toString()));
		return Main.commandLine().execute(all.toArray(String[]::new));
	}
}
