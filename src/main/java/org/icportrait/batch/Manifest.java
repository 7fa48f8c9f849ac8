package org.icportrait.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.icportrait.files.OutputFile;
import org.icportrait.work.BadInput;

/**
 * A table of jobs: a column {@code file}, seen from the table's folder; where wanted {@code name}, {@code page}, and a column for any option that
 * a row has for itself, called as the option without hyphens in front. Comma or semicolon between columns, UTF-8. Rows are read one by one.
 */
final class Manifest {

	/** @param name of the results, or null @param page from 1 @param options by their names, those that are empty left out */
	record Row(Path file, String name, int page, Map<String, String> options) {}

	static final String FILE = "file", NAME = "name", PAGE = "page";

	private final Path table;
	private final Set<String> options;

	/** @param options that rows may have, without hyphens in front */
	Manifest(final Path table, final Set<String> options) {
		this.table = table;
		this.options = new TreeSet<>(options);
	}

	/**
	 * Hands over every row.
	 *
	 * @throws BadInput where the file is no such table; with the number of the row where one is wrong, or where {@code use} says so
	 */
	void read(final Consumer<Row> use) {
		try (CSVParser parser = open()) {
			for (final CSVRecord record : parser) {
				final long number = record.getRecordNumber() + 1;
				try {
					use.accept(row(record));
				}
				catch (final BadInput exception) {
					throw new BadInput("Row " + number + " of " + table + ": " + exception.getMessage(), exception);
				}
			}
		}
		catch (final IOException | UncheckedIOException | IllegalStateException exception) {
			throw unreadable(exception);
		}
	}

	/** In our own words: the libraries' speak of their insides. */
	private BadInput unreadable(final Exception exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause instanceof CharacterCodingException) return new BadInput("The table " + table + " is not in UTF-8; save it as CSV in UTF-8.", exception);
			if (cause instanceof CSVException) {
				return new BadInput("The table " + table + " cannot be read: a quotation mark is never closed, or stands inside a value; quote the whole value and " +
					"double each mark in it.", exception);
			}
		}
		final String why = exception instanceof FileSystemException of ? OutputFile.reason(of) : exception.getMessage();
		return new BadInput("The table " + table + " cannot be read: " + why + ".", exception);
	}

	/** A parser past its checked header; close it. */
	CSVParser open() throws IOException {
		if (Files.isDirectory(table)) throw new BadInput(table + " is a folder; name the table in it.");
		if (!Files.isRegularFile(table)) throw new BadInput("The table " + table + " does not exist.");
		final BufferedReader text = Files.newBufferedReader(table, StandardCharsets.UTF_8);
		try {
			text.mark(1 << 16);
			final String header = text.readLine();
			text.reset();
			if (header != null && header.startsWith("\ufeff")) text.read(); // as spreadsheets begin their files
			final char between = header != null && header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
			final CSVParser parser = CSVFormat.RFC4180.builder().setDelimiter(between).setHeader().setSkipHeaderRecord(true).setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW).setIgnoreHeaderCase(true).setTrim(true)
				.setIgnoreEmptyLines(true).get().parse(text);
			check(parser.getHeaderNames());
			return parser;
		}
		catch (final IOException | RuntimeException exception) {
			text.close();
			if (exception instanceof IllegalArgumentException) throw new BadInput("The first row of " + table + " must name each column once and leave none without a name.", exception);
			throw exception;
		}
	}

	private void check(final List<String> columns) {
		final List<String> names = columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
		if (!names.contains(FILE)) throw new BadInput("The table " + table + " has no column \"file\"; its first row must name the columns.");
		for (final String name : names) {
			if (Set.of(FILE, NAME, PAGE).contains(name) || options.contains(name)) continue;
			throw new BadInput("The column \"" + name + "\" of " + table + " is not known; there may be file, name, page, " + String.join(", ", options) + ".");
		}
	}

	Row row(final CSVRecord record) {
		if (!record.isConsistent()) throw new BadInput("It has " + record.size() + " columns, and the first row has " + record.getParser().getHeaderNames().size() + ".");
		final String file = record.get(FILE);
		if (file.isEmpty()) throw new BadInput("It names no file.");
		final Map<String, String> given = new LinkedHashMap<>();
		for (final String column : record.getParser().getHeaderNames()) {
			final String name = column.toLowerCase(Locale.ROOT), value = record.get(column);
			if (options.contains(name) && !value.isEmpty()) given.put(name, value);
		}
		return new Row(path(file), name(record), page(record), given);
	}

	private Path path(final String file) {
		return table.toAbsolutePath().resolveSibling(FileNames.path(file)).normalize();
	}

	private static String name(final CSVRecord record) {
		final String name = record.isMapped(NAME) ? record.get(NAME) : "";
		if (name.isEmpty()) return null;
		if (name.matches("[^/\\\\\\p{Cntrl}]+") && !name.startsWith(".")) return name;
		throw new BadInput("The name \"" + name + "\" must be that of a file, without folders, and not begin with a dot.");
	}

	private static int page(final CSVRecord record) {
		final String page = record.isMapped(PAGE) ? record.get(PAGE) : "";
		final int number = page.isEmpty() ? 1 : Pages.of(page).page();
		if (number == 0) throw new BadInput("The page of a row must be a number, not all.");
		return number;
	}

	/** All files, and all rows checked by {@code check}. */
	List<Path> files(final Consumer<Row> check) {
		final List<Path> files = new ArrayList<>();
		read(row -> {
			check.accept(row);
			files.add(row.file());
		});
		if (files.isEmpty()) throw new BadInput("The table " + table + " has no rows.");
		return files;
	}
}
