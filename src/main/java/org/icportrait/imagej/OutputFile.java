package org.icportrait.imagej;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import org.icportrait.work.BadInput;

/** Writes files so that a reader never meets half of one: under a temporary name in the same folder, then moved into place. */
public final class OutputFile {

	/** Writes the content. */
	@FunctionalInterface
	public interface Content {

		void writeTo(Path file) throws IOException;
	}

	private OutputFile() {}

	/** Makes a folder with its parents; throws {@link BadInput} where it cannot be made or written to. */
	public static void prepareFolder(final Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (final IOException exception) {
			throw new BadInput("The folder " + folder + " cannot be made: " + reason(exception) + ".", exception);
		}
		if (!Files.isWritable(folder)) throw new BadInput("The folder " + folder + " cannot be written to; choose another.");
	}

	/** Writes or replaces {@code target}; throws {@link BadInput} where that fails, and leaves nothing behind then. */
	public static void write(final Path target, final Content content) {
		// Not Files.createTempFile, whose files nobody else may read.
		final Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
		try {
			content.writeTo(temporary);
			move(temporary, target);
		}
		catch (final IOException exception) {
			throw new BadInput("The file " + target + " cannot be written: " + reason(exception) + ".", exception);
		}
		finally {
			deleteQuietly(temporary);
		}
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException exception) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void deleteQuietly(final Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException ignored) {
			// A left-over temporary file is all there is to it.
		}
	}

	private static String reason(final IOException exception) {
		return exception.getClass().getSimpleName().replace("Exception", "") + " (" + exception.getMessage() + ")";
	}
}
