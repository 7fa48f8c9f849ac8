package org.icportrait.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.icportrait.imagej.PictureFiles;
import org.icportrait.work.BadInput;

/** The pictures that the arguments of the command line name. */
final class InputFiles {

	private InputFiles() {}

	/**
	 * Folders give the pictures right inside them, in the order of their names; files stand for themselves, whether they exist or
	 * not, so that each can fail on its own.
	 *
	 * @throws BadInput when not one file comes out
	 */
	static List<Path> expand(final List<Path> arguments) {
		final Set<Path> files = new LinkedHashSet<>();
		for (final Path argument : arguments) {
			if (Files.isDirectory(argument)) files.addAll(picturesIn(argument));
			else files.add(argument);
		}
		if (files.isEmpty()) throw new BadInput("There is no picture in " + arguments.get(0) + ".");
		return new ArrayList<>(files);
	}

	private static List<Path> picturesIn(final Path folder) {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.filter(Files::isRegularFile).filter(PictureFiles::isPicture).sorted().toList();
		}
		catch (final IOException | UncheckedIOException exception) {
			throw new BadInput("The folder " + folder + " cannot be read.", exception);
		}
	}
}
