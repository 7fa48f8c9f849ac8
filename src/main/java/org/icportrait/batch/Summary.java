package org.icportrait.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.icportrait.work.OneLine;

/** What became of every file of a run. Not thread-safe. */
final class Summary {

	private final Map<Path, String> failures = new LinkedHashMap<>();
	private int done;
	private int before;

	void done() {
		done++;
	}

	/** @param fault why a file could not be done, in one sentence */
	void failed(final Path file, final String fault) {
		failures.put(file, fault);
	}

	void count(final Path file, final Outcome outcome) {
		if (outcome.status() == Outcome.Status.BEFORE) before++;
		else if (outcome.fault() == null) done();
		else failed(file, outcome.fault());
	}

	/** 0 when all was done, else 1. */
	int exitCode() {
		return failures.isEmpty() ? Main.DONE : Main.SOME_FAILED;
	}

	void print(final PrintWriter out, final double seconds) {
		out.printf(Locale.ROOT, "%d done, %s%d failed, %.1f s%n", done, before == 0 ? "" : before + " done before, ", failures.size(), seconds);
		failures.forEach((file, sentence) -> out.println("failed: " + OneLine.of(file + ": " + sentence)));
		out.flush();
	}
}
