package org.icportrait.models;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of a pack come from: a folder, or the jar. Package-private. */
interface PackSource {

	/**
	 * A file, not read yet.
	 *
	 * @param stream its content; whoever opened the file closes it
	 * @param length bytes, or -1 where only reading tells
	 */
	record Opened(InputStream stream, long length) {}

	/** Opens a file; throws {@link FileNotFoundException} where the pack holds none of this name. */
	Opened open(String file) throws IOException;

	/** The place, for people. */
	String describe();

	/** The files right in a folder. Links are followed only to files that lie in the folder too. */
	static PackSource folder(final Path folder) {
		return new PackSource() {

			@Override
			public Opened open(final String file) throws IOException {
				final Path path = folder.resolve(file);
				if (!Files.isRegularFile(path)) throw new FileNotFoundException(path.toString());
				final Path real = path.toRealPath();
				if (!real.startsWith(folder.toRealPath())) throw new IOException("it is a link out of the folder");
				return new Opened(Files.newInputStream(real), Files.size(real));
			}

			@Override
			public String describe() {
				return "folder " + folder;
			}
		};
	}

	static PackSource resources(final Class<?> owner, final String folder) {
		return new PackSource() {

			@Override
			public Opened open(final String file) throws IOException {
				final URL url = owner.getResource(folder + "/" + file);
				if (url == null) throw new FileNotFoundException(folder + "/" + file);
				final URLConnection connection = url.openConnection();
				return new Opened(connection.getInputStream(), connection.getContentLengthLong());
			}

			@Override
			public String describe() {
				return "default pack of the plugin";
			}
		};
	}
}
