package org.icportrait.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import org.icportrait.work.BadInput;

/** Where results may be written: never over what was read, and of what is there already only over results of ours, where that is asked for. Immutable. */
public final class Targets {

	private final boolean overwrite;
	/** Real paths. */
	private final Set<Path> read = new HashSet<>();

	/** @param overwrite whether earlier results may be replaced @param read files that never are */
	public Targets(final boolean overwrite, final Collection<Path> read) {
		this.overwrite = overwrite;
		for (final Path file : read) this.read.add(OutputFile.real(file));
	}

	/** Whether earlier results may be replaced. */
	public boolean overwrite() {
		return overwrite;
	}

	/** Throws {@link BadInput} with one sentence where a result cannot be written there. */
	public void require(final Path target) {
		require(target, PictureWriter::isMarked);
	}

	/** The same. @param ours whether what stands there is a result; of what is empty it is not asked */
	public void require(final Path target, final Predicate<Path> ours) {
		if (read.contains(OutputFile.real(target))) throw new BadInput("The result " + target + " would replace a picture that was read; choose another folder.");
		if (!overwrite) StagedFiles.requireFree(target);
		StagedFiles.requireName(target);
		requireOurs(target, ours);
	}

	/** Throws {@link BadInput} where a file stands at {@code target} that carries no mark of ours: it may be a photograph or anybody's notes, and is never replaced. What is empty is nobody's. */
	public static void requireOurs(final Path target) {
		requireOurs(target, PictureWriter::isMarked);
	}

	private static void requireOurs(final Path target, final Predicate<Path> ours) {
		if (!Files.exists(target) || target.toFile().length() == 0 || ours.test(target)) return;
		throw new BadInput("The file " + target + " is no result of IC-Portrait, so it is not replaced; choose another name or folder, or move it away.");
	}

	/** Whether the first bytes of a file are those of a text, as our tables are known by their columns. False where it cannot be read. */
	public static boolean begins(final Path file, final String text) {
		final byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
		try (InputStream in = Files.newInputStream(file)) {
			return Arrays.equals(wanted, in.readNBytes(wanted.length));
		}
		catch (final IOException unreadable) {
			return false;
		}
	}
}
