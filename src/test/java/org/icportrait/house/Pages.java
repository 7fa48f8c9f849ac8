package org.icportrait.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Markdown pages of the repository, for the tests that keep them true. Paths are relative to the repository's root. */
public final class Pages {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|(.*)\\|$");

	private Pages() {}

	/** Every page that people read: those of the root, of docs and of the recipe. */
	public static List<Path> all() {
		final List<Path> pages = new ArrayList<>(in(Path.of(""), 1));
		pages.addAll(in(Path.of("docs"), 9));
		pages.addAll(in(Path.of("models", "training"), 1));
		return pages;
	}

	private static List<Path> in(final Path folder, final int depth) {
		try (Stream<Path> files = Files.walk(folder, depth)) {
			return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	public static String text(final Path page) {
		try {
			return Files.readString(page);
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/** The blocks of code of a language; "" for those that name none. */
	public static List<String> code(final Path page, final String language) {
		final List<String> blocks = new ArrayList<>();
		final Matcher block = BLOCK.matcher(text(page));
		while (block.find()) if (block.group(1).equals(language)) blocks.add(block.group(2));
		return blocks;
	}

	/** A page without its blocks of code. */
	public static String prose(final Path page) {
		return BLOCK.matcher(text(page)).replaceAll("");
	}

	/** The first {@code cells} cells of every row of a table that begins with a name in code style, each row joined again. */
	public static List<String> rows(final Path page, final int cells) {
		final List<String> rows = new ArrayList<>();
		final Matcher row = ROW.matcher(prose(page));
		while (row.find()) {
			final String[] rest = row.group(2).split("\\|", -1);
			final StringBuilder text = new StringBuilder("`" + row.group(1) + "`");
			for (int i = 0; i < cells - 1; i++) text.append(" | ").append(i < rest.length ? rest[i].trim() : "");
			rows.add(text.toString());
		}
		return rows;
	}
}
