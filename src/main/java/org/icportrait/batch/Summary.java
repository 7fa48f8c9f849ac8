package org.icportrait.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.icportrait.work.OneLine;

/** What became of every job of a run. Not thread-safe. */
final class Summary {

	/** @param name of the results, or null */
	private record Failure(Path file, String name, String fault) {}

	/** One for each job: rows and pages share files. */
	private final List<Failure> failures = new ArrayList<>();
	private int done;
	private int before;

	void done() {
		done++;
	}

	/** @param fault why a file could not be done, in one sentence */
	void failed(final Path file, final String fault) {
		failures.add(new Failure(file, null, fault));
	}

	void count(final Job job, final Outcome outcome) {
		if (outcome.status() == Outcome.Status.BEFORE) before++;
		else if (outcome.fault() == null) done();
		else failures.add(new Failure(job.file(), job.name(), outcome.fault()));
	}

	/** 0 when all was done, else 1. */
	int exitCode() {
		return failures.isEmpty() ? Main.DONE : Main.SOME_FAILED;
	}

	void print(final PrintWriter out, final double seconds) {
		out.printf(Locale.ROOT, "%d done, %s%d failed, %.1f s%n", done, before == 0 ? "" : before + " done before, ", failures.size(), seconds);
		final Set<Path> once = new HashSet<>(), again = new HashSet<>();
		for (final Failure failure : failures) if (!once.add(failure.file)) again.add(failure.file);
		for (final Failure failure : failures) {
			final String which = failure.name == null || !again.contains(failure.file) ? "" : " (" + failure.name + ")";
			out.println("failed: " + OneLine.of(failure.file + which + ": " + failure.fault));
		}
		out.flush();
	}
}
