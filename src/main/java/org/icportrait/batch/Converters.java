package org.icportrait.batch;

import java.nio.file.Path;
import java.util.function.Function;

import org.icportrait.work.BadInput;
import org.icportrait.work.Decimal;
import org.icportrait.work.DecimalComma;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How options and arguments become numbers and names of files; what cannot is refused in words for people, not for programmers. */
final class Converters {

	private Converters() {}

	/** The parser, with them for itself and its subcommands. */
	static CommandLine on(final CommandLine line) {
		return line.registerConverter(double.class, Converters::real).registerConverter(int.class, text -> whole(text, Integer::valueOf))
			.registerConverter(long.class, text -> whole(text, Long::valueOf)).registerConverter(Path.class, Converters::path);
	}

	private static Double real(final String text) {
		try {
			return Decimal.of(text);
		}
		catch (final NumberFormatException exception) {
			throw new TypeConversionException("'" + text + "' is no number" + DecimalComma.hint(text));
		}
	}

	private static <T> T whole(final String text, final Function<String, T> parse) {
		try {
			return parse.apply(text);
		}
		catch (final NumberFormatException exception) {
			throw new TypeConversionException("'" + text + "' is " + (text.matches("[+-]?\\d+") ? "too large a number" : "no whole number"));
		}
	}

	private static Path path(final String text) {
		try {
			return FileNames.path(text);
		}
		catch (final BadInput exception) {
			throw new TypeConversionException(exception.getMessage());
		}
	}
}
