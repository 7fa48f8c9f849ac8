package org.icportrait.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.icportrait.files.StagedFiles;
import org.icportrait.work.BadInput;

/**
 * Which result of a folder is whose, among processes that work into it at once: a lock of the system on one byte of a hidden file for each
 * name, so that nothing has to be tidied up after a process that was killed. The file stays. Thread-safe.
 */
final class Claims implements AutoCloseable {

	static final String NAME = ".ic-portrait.lock";
	/** Nobody writes one file for so long: whoever did was killed. */
	private static final Duration LEFT = Duration.ofHours(1);

	private final FileChannel channel;

	/** What is claimed; given back when closed. */
	interface Claim extends AutoCloseable {

		@Override
		void close();
	}

	private Claims(final FileChannel channel) {
		this.channel = channel;
	}

	/** Where nobody else works into the folder, what killed runs left half-written is deleted. Throws {@link BadInput} where the folder knows no locks. */
	static Claims in(final Path folder) {
		try {
			final FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			try (FileLock alone = channel.tryLock()) {
				if (alone != null) tidy(folder);
			}
			catch (final OverlappingFileLockException elsewhere) {
				// Somebody of this very program works here.
			}
			return new Claims(channel);
		}
		catch (final IOException exception) {
			throw new BadInput("The folder " + folder + " cannot be shared (" + exception.getMessage() + "); leave --resume out, or choose another.", exception);
		}
	}

	private static void tidy(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : files.filter(StagedFiles::isTemporary).toList()) {
				if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(LEFT))) Files.deleteIfExists(file);
			}
		}
	}

	/** The claim to a name; null where another has it. */
	Claim take(final String name) {
		try {
			final FileLock lock = channel.tryLock(place(name), 1, false);
			return lock == null ? null : () -> release(lock);
		}
		catch (final OverlappingFileLockException held) {
			return null;
		}
		catch (final IOException exception) {
			throw new BadInput("The lock in the folder of the results failed: " + exception.getMessage() + ".", exception);
		}
	}

	private static void release(final FileLock lock) {
		try {
			lock.release();
		}
		catch (final IOException exception) {
			// It goes with the channel.
		}
	}

	/** One of 2^62 bytes, which need not be there. */
	private static long place(final String name) {
		try {
			return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8))).getLong() >>> 2;
		}
		catch (final NoSuchAlgorithmException exception) {
			throw new IllegalStateException("Every Java has SHA-256.", exception);
		}
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException exception) {
			// Its locks are gone.
		}
	}
}
