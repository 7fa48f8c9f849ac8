package org.icportrait.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.icportrait.work.BadInput;
import org.icportrait.work.Sha256;

/**
 * Files that appear together and never by halves: each is written under a temporary name in its folder, and all are moved into place
 * when the last is complete. Close it: what was not moved is deleted, also where the program is ended from outside. Not thread-safe.
 */
public final class StagedFiles implements AutoCloseable {

	/** What a temporary name begins with, and how many random characters follow, of 36 that are told apart: whoever comes later knows it by them. */
	private static final String BEGIN = ".icp-";
	private static final int TAG = 8;
	private static final Pattern TEMPORARY = Pattern.compile("\\.icp-[0-9a-z]{8}");

	private record Staged(Path temporary, Path target) {}

	/** Writes the content into an empty file. */
	@FunctionalInterface
	public interface Content {

		void writeTo(Path file) throws IOException;
	}

	/** What is not in place yet, of all that are open, by temporary names. */
	private static final Set<Path> UNDER_WAY = ConcurrentHashMap.newKeySet();

	static {
		// Whoever presses Ctrl-C shall not find hidden files that nobody told of.
		Runtime.getRuntime().addShutdownHook(new Thread(() -> UNDER_WAY.forEach(file -> file.toFile().delete()), "IC-Portrait unfinished files"));
	}

	private final List<Staged> files = new ArrayList<>();

	/** Writes a file that is to become {@code target}; returns its SHA-256. Throws {@link BadInput} where it cannot be written. */
	public String add(final Path target, final Content content) {
		try {
			final Path temporary = createTemporary(target);
			UNDER_WAY.add(temporary);
			files.add(new Staged(temporary, target));
			content.writeTo(temporary);
			return Sha256.of(temporary);
		}
		catch (final IOException exception) {
			throw unwritable(target, exception);
		}
	}

	/** The same of a text, in UTF-8. */
	public String addText(final Path target, final String text) {
		return add(target, file -> Files.writeString(file, text, StandardCharsets.UTF_8));
	}

	/**
	 * Moves all files into place, the last added first.
	 *
	 * @param replace whether files that are there already may be replaced
	 * @throws BadInput where one is there and may not be, in which case none is moved; or where a move fails
	 */
	public void publish(final boolean replace) {
		if (!replace) for (final Staged file : files) requireFree(file.target());
		while (!files.isEmpty()) {
			final Staged file = files.get(files.size() - 1);
			try {
				move(file, replace);
			}
			catch (final IOException exception) {
				throw unwritable(file.target(), exception);
			}
			UNDER_WAY.remove(file.temporary());
			files.remove(files.size() - 1);
		}
	}

	/** Throws {@link BadInput} where a file stands at {@code target}, or where none can because its name is too long. */
	public static void requireFree(final Path target) {
		requireName(target);
		if (Files.isDirectory(target)) throw new BadInput("A folder stands where the file " + target + " is to be written; choose another folder, or rename that one.");
		if (Files.exists(target)) throw new BadInput("The file " + target + " is there already; choose another folder, or move it away (on the command line --overwrite replaces it).");
	}

	/** Throws {@link BadInput} where the file system says that a name is too long for it: that is known before the work that is to be written there. */
	public static void requireName(final Path target) {
		try {
			Files.readAttributes(target, BasicFileAttributes.class);
		}
		catch (final IOException exception) {
			if (String.valueOf(exception.getMessage()).toLowerCase(Locale.ROOT).contains("too long")) {
				throw new BadInput("The name of the result, " + target.getFileName() + ", is too long for the disk; rename the photograph, or give it a shorter name in a table (--manifest).", exception);
			}
		}
	}

	/** Whether a file has a name that only files have which a program was killed over, or is writing. */
	public static boolean isTemporary(final Path file) {
		return TEMPORARY.matcher(file.getFileName().toString()).matches();
	}

	@Override
	public void close() {
		for (final Staged file : files) {
			file.temporary().toFile().delete();
			UNDER_WAY.remove(file.temporary());
		}
		files.clear();
	}

	/** Not Files.createTempFile, whose files nobody else may read, nor a name made of the final one, which a file system may not take. */
	private static Path createTemporary(final Path target) throws IOException {
		for (int tries = 0;; tries++) {
			final StringBuilder name = new StringBuilder(BEGIN);
			for (int i = 0; i < TAG; i++) name.append(Character.forDigit(ThreadLocalRandom.current().nextInt(36), 36));
			try {
				return Files.createFile(target.resolveSibling(name.toString()));
			}
			catch (final FileAlreadyExistsException exception) {
				if (tries > 1000) throw exception;
			}
		}
	}

	private static void move(final Staged file, final boolean replace) throws IOException {
		if (!replace) {
			Files.move(file.temporary(), file.target());
			return;
		}
		try {
			Files.move(file.temporary(), file.target(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException exception) {
			Files.move(file.temporary(), file.target(), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static BadInput unwritable(final Path target, final IOException exception) {
		return new BadInput("The file " + target + " cannot be written: " + OutputFile.reason(target, exception) + ".", exception);
	}
}
