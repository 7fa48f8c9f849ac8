package org.icportrait.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.icportrait.work.BadInput;

/** Rows of a table, each with options of its own. All are checked before the first is done. */
final class ManifestJobs implements JobSource {

	private final Manifest manifest;
	private final Variants variants;
	private final FileCommand command;
	private final List<Path> files;
	/** What rows name besides their photographs. */
	private final Set<Path> references = new LinkedHashSet<>();

	/** Throws {@link BadInput} for the first row that is wrong. */
	ManifestJobs(final Path table, final FileCommand command, final Variants variants) {
		manifest = new Manifest(table, variants.options());
		this.variants = variants;
		this.command = command;
		files = manifest.files(row -> references.addAll(variants.of(row.options()).references()));
	}

	@Override
	public Iterable<Job> jobs() {
		return () -> {
			try {
				final CSVParser parser = manifest.open();
				final ResultNames names = new ResultNames(files, command.out());
				final Iterator<CSVRecord> records = parser.iterator();
				return new Iterator<>() {

					@Override
					public boolean hasNext() {
						final boolean more = records.hasNext();
						if (!more) close(parser);
						return more;
					}

					@Override
					public Job next() {
						return job(manifest.row(records.next()), names);
					}
				};
			}
			catch (final IOException exception) {
				throw new BadInput("The table cannot be read any more: " + exception.getMessage() + ".", exception);
			}
		};
	}

	private Job job(final Manifest.Row row, final ResultNames names) {
		final FileCommand as = variants.of(row.options());
		final String page = row.page() == 1 ? "" : "page" + row.page() + "-", suffix = page + as.suffix();
		final String name = row.name() == null ? names.next(row.file(), suffix) : names.next(row.name(), suffix);
		return new Job(row.file(), row.page(), name, null, as);
	}

	private static void close(final CSVParser parser) {
		try {
			parser.close();
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	@Override
	public Collection<Path> files() {
		return Stream.concat(files.stream(), references.stream()).toList();
	}

	@Override
	public String leftOut() {
		return null;
	}
}
