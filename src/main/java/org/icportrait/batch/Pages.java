package org.icportrait.batch;

import java.nio.file.Path;
import java.util.stream.IntStream;

import org.icportrait.files.PictureReader;
import org.icportrait.work.BadInput;

/** Which pages of a file are wanted. @param page from 1; 0 for all */
record Pages(int page) {

	/** The words of the command line; throws {@link BadInput} for others. */
	static Pages of(final String words) {
		if (words.equalsIgnoreCase("all")) return new Pages(0);
		if (words.matches("[1-9]\\d{0,5}")) return new Pages(Integer.parseInt(words));
		throw new BadInput("--pages must be all, or a number from 1 to 999999, not \"" + words + "\".");
	}

	/** Their numbers; throws {@link BadInput} where the file must be looked into and cannot be. */
	IntStream in(final Path file) {
		return page > 0 ? IntStream.of(page) : IntStream.rangeClosed(1, PictureReader.pages(file));
	}
}
