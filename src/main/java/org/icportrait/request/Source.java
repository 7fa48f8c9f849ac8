package org.icportrait.request;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a picture comes from. Immutable.
 *
 * @param path of a file, in a sidecar relative to the sidecar; or the title of an open image
 * @param sha256 of the file, 64 hexadecimal digits; null for an open image
 * @param page of the file, from 1; null for the first
 */
public record Source(String path, String sha256, Integer page) {

	/** A file's first page. */
	public Source(final String path, final String sha256) {
		this(path, sha256, null);
	}

	/** The same file, whatever the current folder is: relative paths count from {@code folder}. */
	public Source from(final Path folder) {
		return new Source(folder.resolve(path).normalize().toString(), sha256, page);
	}

	/** Whether both are known to be the same page of the same file, whatever it is called. */
	public boolean isSameAs(final Source other) {
		return sha256 != null && sha256.equals(other.sha256) && Objects.equals(page, other.page);
	}

	/** An open image. */
	public static Source titled(final String title) {
		return new Source(title, null);
	}
}
