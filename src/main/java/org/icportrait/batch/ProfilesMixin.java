package org.icportrait.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.icportrait.request.Source;
import org.icportrait.work.BadInput;

import picocli.CommandLine.Option;

/** More photographs of the person, as the dialog has them. */
final class ProfilesMixin {

	@Option(names = "--profiles", paramLabel = "\"FILE;FILE...\"", hideParamSyntax = true, split = ";", description = "more photographs of the same person, with semicolons between; they show what " +
		"the first one does not")
	private List<String> profiles;

	/** The files that are read. */
	List<Path> files() {
		return profiles == null ? List.of() : profiles.stream().filter(name -> !name.isBlank()).map(name -> FileNames.path(name.trim())).toList();
	}

	/** Throws {@link BadInput} where one cannot be read, or stands there twice. */
	List<Source> sources() {
		final List<Source> sources = new ArrayList<>();
		for (final Path file : files()) {
			final Source source = FileSources.of(file);
			sources.stream().filter(source::isSameAs).findFirst().ifPresent(same -> refuse(source, same));
			sources.add(source);
		}
		return sources;
	}

	private static void refuse(final Source again, final Source first) {
		if (first.path().equals(again.path())) throw new BadInput("--profiles names the photograph " + again.path() + " twice; name each once.");
		throw new BadInput("The photographs " + first.path() + " and " + again.path() + " of --profiles are the same one: their files are equal; name it once.");
	}
}
