package org.icportrait.batch;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

import org.icportrait.portrait.Provenance;
import org.icportrait.work.Fault;

/** Keeps the stack traces of faults in a file beside the results, which is made with the first of them. Thread-safe. */
final class FaultLog {

	static final String NAME = "ic-portrait-faults.log";

	private final Path folder;

	FaultLog(final Path folder) {
		this.folder = folder;
	}

	/** What to say of a fault: one sentence that names the file with the stack trace. @param of what was worked on */
	String sentence(final Throwable fault, final String of) {
		final String what = fault instanceof Fault ? fault.getMessage() : "An unexpected fault: " + fault + "; please report it.";
		final Path file = keep(fault, of);
		return what.replaceFirst("\\.$", "") + (file == null ? "." : " (details: " + file + ").");
	}

	/** The file, or null where none can be written. */
	private synchronized Path keep(final Throwable fault, final String of) {
		final StringWriter text = new StringWriter();
		text.write(Instant.now() + " " + of + "\nIC-Portrait " + Provenance.pluginVersion() + ", Java " + Runtime.version() + ", " +
			System.getProperty("os.name") + " " + System.getProperty("os.arch") + "\n");
		fault.printStackTrace(new PrintWriter(text, true));
		for (final Path place : new Path[] { folder, Path.of(System.getProperty("java.io.tmpdir")) }) {
			try {
				final Path file = place.resolve(NAME).toAbsolutePath().normalize();
				Files.writeString(file, text.append('\n').toString(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
				return file;
			}
			catch (final IOException exception) {
				// The next place, or none: the sentence has to do.
			}
		}
		return null;
	}
}
