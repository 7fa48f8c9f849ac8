package org.icportrait.batch;

import java.io.PrintWriter;

import org.icportrait.work.OneLine;

import picocli.CommandLine;

/** What subcommands say, a line each, whatever names of files are in it. Thread-safe as far as the writers are. */
final class Console {

	private final CommandLine line;

	Console(final CommandLine line) {
		this.line = line;
	}

	/** To whoever reads the results. */
	void say(final String text) {
		print(line.getOut(), text);
	}

	/** Why the run ends; returns its exit code. */
	int end(final int code, final String sentence) {
		print(line.getErr(), sentence);
		return code;
	}

	private static void print(final PrintWriter writer, final String text) {
		writer.println(OneLine.of(text));
		writer.flush();
	}
}
