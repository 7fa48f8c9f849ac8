package org.icportrait.request;

import java.nio.file.Path;

/**
 * Where a picture comes from. Immutable.
 *
 * @param path of a file, in a sidecar relative to the sidecar; or the title of an open image
 * @param sha256 of the file, 64 hexadecimal digits; null for an open image
 */
public record Source(String path, String sha256) {

	/** The same file, whatever the current folder is: relative paths count from {@code folder}. */
	public Source from(final Path folder) {
		return new Source(folder.resolve(path).normalize().toString(), sha256);
	}

	/** An open image. */
	public static Source titled(final String title) {
		return new Source(title, null);
	}
}
