package org.icportrait.request;

import java.util.Locale;

import org.icportrait.work.BadInput;

/** Refuses numbers out of their range with one sentence each. */
final class Ranges {

	private Ranges() {}

	/** Throws {@link BadInput} unless {@code low <= value <= high}; NaN is refused. */
	static void require(final String name, final double value, final double low, final double high) {
		if (value >= low && value <= high) return;
		throw new BadInput("The " + name + " must lie between " + text(low) + " and " + text(high) + ", not at " + text(value) + ".");
	}

	/** Throws {@link BadInput} below 0. */
	static void requireSeed(final long seed) {
		if (seed < 0) throw new BadInput("The seed must lie at 0 or above, not at " + seed + ".");
	}

	private static String text(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
	}
}
