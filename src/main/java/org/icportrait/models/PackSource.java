package org.icportrait.models;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of a pack come from: a folder, or the jar. Package-private. */
interface PackSource {

	/** The whole content of a file; throws {@link FileNotFoundException} where there is none. */
	byte[] read(String file) throws IOException;

	/** The place, for people. */
	String describe();

	static PackSource folder(final Path folder) {
		return new PackSource() {

			@Override
			public byte[] read(final String file) throws IOException {
				final Path path = folder.resolve(file);
				if (!Files.isRegularFile(path)) throw new FileNotFoundException(path.toString());
				return Files.readAllBytes(path);
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
			public byte[] read(final String file) throws IOException {
				try (InputStream stream = owner.getResourceAsStream(folder + "/" + file)) {
					if (stream == null) throw new FileNotFoundException(folder + "/" + file);
					return stream.readAllBytes();
				}
			}

			@Override
			public String describe() {
				return "default pack of the plugin";
			}
		};
	}
}
