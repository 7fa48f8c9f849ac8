package org.icportrait.batch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.icportrait.inference.Device;
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
			.registerConverter(long.class, text -> whole(text, Long::valueOf)).registerConverter(Path.class, Converters::path)
			.registerConverter(Device.class, text -> word(text, Device.values())).registerConverter(ResultWriter.Format.class, text -> word(text, ResultWriter.Format.values()))
			.registerConverter(AnalyzeFiles.Faces.class, text -> word(text, AnalyzeFiles.Faces.values()));
	}

	/** The constant of that name, in any case. */
	private static <T extends Enum<T>> T word(final String text, final T[] choices) {
		for (final T choice : choices) if (choice.name().equalsIgnoreCase(text.strip())) return choice;
		final String known = Arrays.stream(choices).map(choice -> choice.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
		throw new TypeConversionException("'" + text + "' is not known; choose one of " + known);
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
