package org.icportrait.request;

import java.util.Arrays;
import java.util.List;

import org.icportrait.work.BadInput;
import org.icportrait.work.Decimal;

/** Spherical-harmonics coefficients of a light as people write them: 9 (grey) or 27 (red, green, blue of each) numbers with commas, semicolons or blanks between. */
final class Coefficients {

	/** More than this is no light that a camera survives. */
	private static final double LARGEST = 1000;

	private Coefficients() {}

	/** Throws {@link BadInput} with one sentence for what is none, and {@link Incomplete} for an empty text. */
	static List<Double> parse(final String text) {
		final String[] parts = text.isBlank() ? new String[0] : text.trim().split("[,;\\s]+");
		final String needed = "The light \"coefficients\" needs 9 or 27 numbers separated by commas; ";
		if (parts.length == 0) throw new Incomplete(needed + "none are given.");
		if (parts.length != 9 && parts.length != 27) throw new BadInput(needed + parts.length + (parts.length == 1 ? " is given." : " are given."));
		final List<Double> numbers = Arrays.stream(parts).map(Coefficients::number).toList();
		if (numbers.stream().allMatch(number -> number == 0)) throw new BadInput("The coefficients are all 0, which is no light.");
		return numbers;
	}

	private static Double number(final String text) {
		try {
			final double value = Decimal.of(text);
			Ranges.require("coefficient " + text, value, -LARGEST, LARGEST);
			return value;
		}
		catch (final NumberFormatException exception) {
			throw new BadInput("The coefficient \"" + text + "\" is not a number.", exception);
		}
	}
}
