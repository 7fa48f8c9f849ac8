package org.icportrait.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.icportrait.batch.RowWork;
import org.icportrait.work.BadInput;

/** What an executor does with the rows of a partition: fetch, make, put, one after the other. Serializable. */
final class PartitionWork implements MapPartitionsFunction<Row, Row> {

	private static final long serialVersionUID = 1L;

	private final List<String> arguments;
	private final List<String> columns;
	private final String out;
	private final Broadcast<SerializableConfiguration> configuration;

	/** @param columns of the rows that are options @param out URI of the folder for results */
	PartitionWork(final List<String> arguments, final List<String> columns, final String out, final Broadcast<SerializableConfiguration> configuration) {
		this.arguments = arguments;
		this.columns = columns;
		this.out = out.endsWith("/") ? out : out + "/";
		this.configuration = configuration;
	}

	@Override
	public Iterator<Row> call(final Iterator<Row> rows) throws IOException {
		final RowWork work = ExecutorEngine.get(arguments);
		final Storage storage = new Storage(configuration.value().value());
		return new Iterator<>() {

			@Override
			public boolean hasNext() {
				return rows.hasNext();
			}

			@Override
			public Row next() {
				return result(work, storage, rows.next());
			}
		};
	}

	private Row result(final RowWork work, final Storage storage, final Row row) {
		final String uri = text(row, "file");
		try {
			final Map<String, String> options = new LinkedHashMap<>();
			for (final String column : columns) if (!text(row, column).isEmpty()) options.put(column, text(row, column));
			final String given = text(row, "name").isEmpty() ? base(uri) : text(row, "name");
			final int page = text(row, "page").isEmpty() ? 1 : Integer.parseInt(text(row, "page"));
			return make(work, storage, uri, page, work.resultName(given, options), options);
		}
		catch (final NumberFormatException exception) {
			return RowFactory.create(uri, "failed", null, "The page must be a number, not \"" + text(row, "page") + "\".");
		}
		catch (final BadInput exception) {
			return RowFactory.create(uri, "failed", null, exception.getMessage());
		}
		catch (final IOException exception) {
			throw new java.io.UncheckedIOException(exception);
		}
	}

	private Row make(final RowWork work, final Storage storage, final String uri, final int page, final String name, final Map<String, String> options)
		throws IOException
	{
		final Path photograph = Files.createTempFile("photograph", null);
		try {
			if (!storage.fetch(uri, photograph)) return RowFactory.create(uri, "failed", null, "The file " + uri + " does not exist.");
			final String sidecar = storage.text(out + name + ".json");
			if (sidecar != null) {
				if (work.tellsOf(sidecar, photograph, uri, page, name, options)) return RowFactory.create(uri, "done before", out + name, null);
				return RowFactory.create(uri, "failed", null, "The result " + out + name + " is there already and tells of another request; choose another folder or name.");
			}
			final RowWork.Done done = work.run(photograph, uri, page, name, options);
			// The sidecar last: a result without one was cut off, and is made again.
			for (final Path file : done.files()) storage.put(file, out + file.getFileName());
			return RowFactory.create(uri, "done", out + done.files().get(0).getFileName(), String.join("; ", done.notes()));
		}
		finally {
			Files.deleteIfExists(photograph);
		}
	}

	private static String text(final Row row, final String column) {
		for (int i = 0; i < row.schema().length(); i++) {
			if (row.schema().fields()[i].name().equalsIgnoreCase(column)) return row.isNullAt(i) ? "" : row.get(i).toString().trim();
		}
		return "";
	}

	/** The file's name without its extension. */
	private static String base(final String uri) {
		final String name = uri.substring(uri.lastIndexOf('/') + 1);
		final int dot = name.lastIndexOf('.');
		return dot > 0 ? name.substring(0, dot) : name;
	}
}
