package org.icportrait.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.icportrait.files.Targets;

/** The table of a series as comma-separated values (RFC 4180): a header, a row for each cell with the name of its file, unknown numbers empty. */
final class SeriesCsv {

	/** Tables of several people can be joined by it. */
	private static final String FILE = "File";

	private SeriesCsv() {}

	/** Whether a file is such a table. */
	static boolean isOurs(final Path file) {
		return Targets.begins(file, String.join(",", FILE, SeriesTable.COLUMNS.get(0), SeriesTable.COLUMNS.get(1), SeriesTable.COLUMNS.get(2)));
	}

	/** @param files the name of each row's picture */
	static String of(final SeriesTable table, final IntFunction<String> files) throws IOException {
		final StringBuilder text = new StringBuilder();
		try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
			printer.printRecord(with(FILE, SeriesTable.COLUMNS.stream()));
			for (int i = 0; i < table.size(); i++) printer.printRecord(with(files.apply(i), table.row(i).values().stream().map(SeriesCsv::word)));
		}
		return text.toString();
	}

	private static List<Object> with(final String file, final Stream<?> words) {
		return Stream.concat(Stream.of(file), words).toList();
	}

	private static Object word(final Object value) {
		if (!(value instanceof Double number)) return value;
		return Double.isFinite(number) ? String.format(Locale.ROOT, "%.4f", number).replaceFirst("\\.?0+$", "") : "";
	}
}
