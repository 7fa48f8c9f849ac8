package org.icportrait.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
		if (exception instanceof FileAlreadyExistsException) return "a file of that name is there; choose another";
		if (exception instanceof AccessDeniedException) return "access is denied";
		if (exception instanceof NoSuchFileException) return "there is no such place";
		if (exception instanceof FileSystemException of && of.getReason() != null) return of.getReason();
		return exception.getClass().getSimpleName().replace("Exception", "") + " (" + exception.getMessage() + ")";
	}
}
