package org.icportrait.batch;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.icportrait.work.BadInput;

/** Files and folders that the arguments name. */
final class InputJobs implements JobSource {

	private final InputFiles files;
	private final FileCommand command;

	/** Throws {@link BadInput} where there is no picture. */
	InputJobs(final List<String> arguments, final FileCommand command) {
		if (arguments == null || arguments.isEmpty()) throw new BadInput("Name photographs, folders of them, or a table with --manifest.");
		files = InputFiles.expand(arguments.stream().map(FileNames::path).toList());
		this.command = command;
	}

	@Override
	public Iterable<Job> jobs() {
		final ResultNames names = new ResultNames(files.files().keySet(), command.out());
		return () -> files.files().entrySet().stream().flatMap(entry -> jobs(entry, names)).iterator();
	}

	/** One for each page that is wanted. */
	private Stream<Job> jobs(final Map.Entry<Path, String> entry, final ResultNames names) {
		final Path file = entry.getKey();
		final String suffix = command.suffix();
		if (entry.getValue() != null) return Stream.of(new Job(file, 1, names.next(file, suffix), entry.getValue(), command));
		try {
			return command.run().pages().in(file).mapToObj(page -> new Job(file, page, names.next(file, page == 1 ? suffix : "page" + page + "-" + suffix), null, command));
		}
		catch (final BadInput exception) {
			return Stream.of(new Job(file, 1, names.next(file, suffix), exception.getMessage(), command));
		}
	}

	@Override
	public Collection<Path> files() {
		return files.files().keySet();
	}

	@Override
	public String leftOut() {
		return files.leftOut();
	}
}
