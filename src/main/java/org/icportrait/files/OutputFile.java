package org.icportrait.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import javax.imageio.IIOException;

import org.icportrait.work.BadInput;

/** Writes single files so that a reader never meets half of one, and makes folders. */
public final class OutputFile {

	/** As Linux and macOS, and Windows say it. */
	private static final Pattern FULL = Pattern.compile("no space left|not enough space", Pattern.CASE_INSENSITIVE);

	private OutputFile() {}

	/** Makes a folder with its parents; throws {@link BadInput} where it cannot be made or written to. */
	public static void prepareFolder(final Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (final IOException exception) {
			final Path file = fileAbove(folder);
			final String why = file == null ? reason(exception) : file + " is a file and no folder; choose another folder";
			throw new BadInput("The folder " + folder + " cannot be made: " + why + ".", exception);
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

	/** Where a file really is, behind links and other spellings of its folder; where it is not there, behind those of its folder. */
	public static Path real(final Path file) {
		try {
			return file.toRealPath();
		}
		catch (final IOException notThere) {
			final Path whole = file.toAbsolutePath().normalize(), folder = whole.getParent();
			try {
				return folder == null ? whole : folder.toRealPath().resolve(whole.getFileName());
			}
			catch (final IOException noFolder) {
				return whole;
			}
		}
	}

	/** The file that stands where a path names a folder above its last part; null where there is none. */
	public static Path fileAbove(final Path path) {
		for (Path above = path.getParent(); above != null; above = above.getParent()) {
			if (Files.isDirectory(above)) return null;
			if (Files.exists(above)) return above;
		}
		return null;
	}

	/** Why a file cannot be written, in a few words, and what to do where that is known. */
	static String reason(final Path target, final IOException exception) {
		final Path file = fileAbove(target), folder = target.getParent();
		if (file != null) return file + " is a file and no folder; choose another folder";
		if (Files.isDirectory(target)) return "a folder of that name is there; choose another name";
		return exception instanceof NoSuchFileException && folder != null && !Files.exists(folder) ? "there is no folder " + folder + "; make it, or choose another"
			: reason(exception);
	}

	/** Why a file cannot be read or written, in a few words, and what to do about a full disk. */
	public static String reason(final IOException exception) {
		final String reason = plain(exception);
		return FULL.matcher(reason).find() ? reason + "; make room, or choose a folder on another disk" : reason;
	}

	private static String plain(final IOException exception) {
		if (exception instanceof IIOException && exception.getCause() instanceof IOException cause) return plain(cause);
		if (exception instanceof FileAlreadyExistsException) return "a file of that name is there; choose another";
		if (exception instanceof AccessDeniedException) return "access is denied";
		if (exception instanceof NoSuchFileException) return "there is no such place";
		if (exception instanceof FileSystemException of && of.getReason() != null) return of.getReason();
		if (exception.getClass() == IOException.class && exception.getMessage() != null) return exception.getMessage();
		return exception.getClass().getSimpleName().replace("Exception", "") + " (" + exception.getMessage() + ")";
	}
}
