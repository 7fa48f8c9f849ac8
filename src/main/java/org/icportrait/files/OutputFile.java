package org.icportrait.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.icportrait.work.BadInput;

/** Writes single files so that a reader never meets half of one, and makes folders. */
public final class OutputFile {

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
	public static void write(final Path target, final StagedFiles.Content content) {
		try (StagedFiles staged = new StagedFiles()) {
			staged.add(target, content);
			staged.publish(true);
		}
	}

	/** Why a file cannot be read or written, in a few words. */
	static String reason(final IOException exception) {
		return exception.getClass().getSimpleName().replace("Exception", "") + " (" + exception.getMessage() + ")";
	}
}
