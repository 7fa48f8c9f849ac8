package org.icportrait.series;

import java.io.IOException;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The table of a series as comma-separated values (RFC 4180): a header, a row for each cell, unknown numbers empty. */
final class SeriesCsv {

	private SeriesCsv() {}

	static String of(final SeriesTable table) throws IOException {
		final StringBuilder text = new StringBuilder();
		try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
			printer.printRecord(SeriesTable.COLUMNS);
			for (int i = 0; i < table.size(); i++) printer.printRecord(table.row(i).values().stream().map(SeriesCsv::word).toList());
		}
		return text.toString();
	}

	private static Object word(final Object value) {
		if (!(value instanceof Double number)) return value;
		return Double.isFinite(number) ? String.format(Locale.ROOT, "%.4f", number).replaceFirst("\\.?0+$", "") : "";
	}
}
