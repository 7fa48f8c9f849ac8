package org.icportrait.batch;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.icportrait.imagej.Photograph;

/** Names of one run's results: none is given twice, and none would replace a photograph of the run. Not thread-safe. */
final class ResultNames {

	/** In lower case, for file systems that do not tell cases apart. */
	private final Set<String> taken = new HashSet<>();

	/** @param inputs of the run @param folder where results go */
	ResultNames(final Collection<Path> inputs, final Path folder) {
		final Path place = folder.toAbsolutePath().normalize();
		for (final Path input : inputs) if (place.equals(input.toAbsolutePath().normalize().getParent())) taken.add(key(nameOf(input)));
	}

	/** The photograph's own name without extension, with a suffix, and with a number where that is taken. */
	String next(final Path input, final String suffix) {
		return next(nameOf(input), suffix);
	}

	/** The same of another name. Of a series the number stands before the suffix, as all its pictures are called by what stands there. */
	String next(final String given, final String suffix) {
		final boolean before = suffix.endsWith(SeriesFiles.SUFFIX);
		String free = given + "-" + suffix;
		for (int number = 2; !taken.add(key(free)); number++) free = before ? given + "-" + number + "-" + suffix : given + "-" + suffix + "-" + number;
		return free;
	}

	private static String nameOf(final Path file) {
		return Photograph.baseName(FileNames.writable(file.getFileName().toString()));
	}

	private static String key(final String name) {
		return name.toLowerCase(Locale.ROOT);
	}
}
