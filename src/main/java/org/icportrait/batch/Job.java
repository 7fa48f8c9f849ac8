package org.icportrait.batch;

import java.nio.file.Path;

/**
 * One photograph to be worked on.
 *
 * @param file with the photograph
 * @param page from 1
 * @param name of its results
 * @param fault why it cannot be done, known beforehand, or null
 * @param as the options that hold for it
 * @param source what results call the photograph; null for its path as seen from their folder
 */
record Job(Path file, int page, String name, String fault, FileCommand as, String source) {

	/** A file that is called by its path. */
	Job(final Path file, final int page, final String name, final String fault, final FileCommand as) {
		this(file, page, name, fault, as, null);
	}
}
