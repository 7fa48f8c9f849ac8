package org.icportrait.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.icportrait.work.BadInput;
import org.icportrait.work.Decimal;

/** Angles as people write them: {@code 20}, {@code -30:30:15} (from, to, step), or several of either separated by commas. */
public final class Angles {

	/** More of them are a slip of the pen. */
	static final int MOST = 361;
	/** Share of a step by which the last one may lie beyond the end. */
	private static final double SLACK = 1e-9;

	private Angles() {}

	/**
	 * The angles in the order in which they are written, each once. A range begins at its first angle and ends at the last one that does not
	 * pass its second; it may run downwards.
	 *
	 * @param what they are, for messages: "yaw"
	 * @return degrees, at least one
	 * @throws BadInput with one sentence where the text is anything else
	 */
	public static List<Double> parse(final String text, final String what) {
		final List<Double> angles = new ArrayList<>();
		for (final String part : text.split(",", -1)) addAll(part.trim(), text, what, angles);
		return angles;
	}

	private static void addAll(final String part, final String text, final String what, final List<Double> angles) {
		final String[] numbers = part.split(":", -1);
		if (numbers.length != 1 && numbers.length != 3) throw wrong(text, what);
		final double from = number(numbers[0], text, what);
		if (numbers.length == 1) {
			add(from, what, angles);
			return;
		}
		final double to = number(numbers[1], text, what), step = number(numbers[2], text, what);
		if (!(step > 0)) throw new BadInput("The step of \"" + part + "\" (" + what + ") must be above 0.");
		final double count = Math.floor(Math.abs(to - from) / step + SLACK) + 1;
		if (count > MOST) throw new BadInput(String.format(Locale.ROOT, "\"%s\" (%s) gives %.0f angles; at most %d are taken.", part, what, count, MOST));
		for (int i = 0; i < count; i++) add(from + i * Math.copySign(step, to - from), what, angles);
	}

	private static void add(final double angle, final String what, final List<Double> angles) {
		// No minus before 0, nor the noise of a step such as 0.1.
		final double rounded = Math.round(angle * 1e6) / 1e6 + 0.0;
		if (angles.contains(rounded)) throw new BadInput("The " + what + " " + text(rounded) + " is given twice.");
		angles.add(rounded);
	}

	private static double number(final String number, final String text, final String what) {
		try {
			final double value = Decimal.of(number);
			if (Double.isFinite(value)) return value;
		}
		catch (final NumberFormatException exception) {
			// Said below.
		}
		throw wrong(text, what);
	}

	private static BadInput wrong(final String text, final String what) {
		return new BadInput("The " + what + " must be written as one angle (20), as from:to:step (-30:30:15), or as several of those separated by commas, not \"" +
			text + "\".");
	}

	/** An angle with its sign, as short as it can be: +15, -7.5, 0. */
	public static String text(final double angle) {
		final String digits = angle == Math.rint(angle) ? String.format(Locale.ROOT, "%.0f", angle) : Double.toString(angle);
		return angle > 0 ? "+" + digits : digits;
	}
}
