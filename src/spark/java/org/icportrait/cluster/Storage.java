package org.icportrait.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;

/** Files by URI, whatever Hadoop has a file system for. Faults of the storage are thrown, so that Spark tries the task again. */
final class Storage {

	private final Configuration configuration;

	Storage(final Configuration configuration) {
		this.configuration = configuration;
	}

	/** Copies a file here; false where there is none. */
	boolean fetch(final String uri, final java.nio.file.Path to) {
		try {
			final Path from = new Path(uri);
			try (FSDataInputStream stream = from.getFileSystem(configuration).open(from)) {
				Files.copy(stream, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			}
			return true;
		}
		catch (final FileNotFoundException exception) {
			return false;
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/** The text of a file, or null where there is none. */
	String text(final String uri) {
		try {
			final Path path = new Path(uri);
			try (FSDataInputStream stream = path.getFileSystem(configuration).open(path)) {
				return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			}
		}
		catch (final FileNotFoundException exception) {
			return null;
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/** Whether a file is there. */
	boolean exists(final String uri) {
		try {
			final Path path = new Path(uri);
			return path.getFileSystem(configuration).exists(path);
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/** Moves a local file to a URI, where it appears as a whole; one that is there is kept, for whoever made it made the same. */
	void put(final java.nio.file.Path file, final String uri) {
		final Path target = new Path(uri), part = new Path(target.getParent(), ".icp-" + UUID.randomUUID());
		try {
			final FileSystem storage = target.getFileSystem(configuration);
			FileUtil.copy(file.toFile(), storage, part, true, configuration);
			if (storage.exists(target) || !storage.rename(part, target)) {
				storage.delete(part, false);
				if (!storage.exists(target)) throw new IOException("The file " + uri + " cannot be written.");
			}
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}
}
