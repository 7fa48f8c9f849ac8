package org.icportrait.identity;

/**
 * How alike two faces look to the embedding: the cosine between their directions. What two pictures of one person, and of two persons, have
 * is written in docs/quality.md; a number says nothing without that. Never an identification.
 *
 * @param value -1..1
 * @param low end of the interval that holds 90 % of what the same pictures give when their faces are cut out a little otherwise
 * @param high its other end
 */
public record Likeness(double value, double low, double high) {

	/** Half the width of an interval that holds 90 % of normal errors, standard deviations. */
	private static final double NINETY_PERCENT = 1.645;

	/** @param cosines of all cuts of both */
	static Likeness of(final double value, final double[] cosines) {
		double sum = 0, squares = 0;
		for (final double cosine : cosines) {
			sum += cosine;
			squares += cosine * cosine;
		}
		final double mean = sum / cosines.length, spread = NINETY_PERCENT * Math.sqrt(Math.max(0, squares / cosines.length - mean * mean));
		return new Likeness(within(value), within(value - spread), within(value + spread));
	}

	/** Floats of unit length reach a little beyond. */
	private static double within(final double cosine) {
		return Math.max(-1, Math.min(1, cosine));
	}
}
