package org.icportrait.request;

import java.util.Arrays;
import java.util.List;

import org.icportrait.light.Light;
import org.icportrait.work.BadInput;
import org.icportrait.work.Decimal;

/** Spherical-harmonics coefficients of a light as people write them: 9 (grey) or 27 (red, green, blue of each) numbers with commas, semicolons or blanks between. */
final class Coefficients {

	private Coefficients() {}

	/** Throws {@link BadInput} with one sentence for what is none, and {@link Incomplete} for an empty text. */
	static List<Double> parse(final String text) {
		final String[] parts = text.isBlank() ? new String[0] : text.trim().split("[,;\\s]+");
		final String needed = "The light \"coefficients\" needs 9 or 27 numbers separated by commas; ";
		if (parts.length == 0) throw new Incomplete(needed + "none are given.");
		if (parts.length != 9 && parts.length != 27) throw new BadInput(needed + parts.length + (parts.length == 1 ? " is given." : " are given."));
		final List<Double> numbers = Arrays.stream(parts).map(Coefficients::number).toList();
		light(numbers);
		return numbers;
	}

	/** Throws {@link BadInput} for numbers that are too large or give no light. */
	static Light light(final List<Double> numbers) {
		return Light.ofCoefficients(numbers.stream().mapToDouble(Double::doubleValue).toArray());
	}

	private static Double number(final String text) {
		try {
			return Decimal.of(text);
		}
		catch (final NumberFormatException exception) {
			throw new BadInput("The coefficient \"" + text + "\" is not a number.", exception);
		}
	}
}
