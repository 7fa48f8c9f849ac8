package org.icportrait.body;

/**
 * The mean bust of the recipe's renders: rings from the neck to the waist, each a little squarer than an ellipse and lower in front than behind. In the
 * head axes of a person who looks straight ahead, dm. Stateless.
 */
final class BodyModel {

	/** The last ring; the first is 0. */
	static final double LAST = 8;
	/** Half width, half depth, middle in depth, height at the sides, in front, behind, dm. */
	private static final double[][] RINGS = { { .58, .56, -.05, -.92, -1.02, -.72 }, { .72, .60, -.08, -1.06, -1.22, -.92 }, { .97, .74, -.14, -1.17, -1.42, -1.06 },
		{ 1.27, .90, -.20, -1.29, -1.68, -1.20 }, { 1.60, .98, -.24, -1.48, -1.98, -1.40 }, { 1.88, 1.05, -.26, -1.75, -2.3, -1.7 },
		{ 2.05, 1.12, -.26, -2.25, -2.8, -2.2 }, { 2.1, 1.18, -.25, -3.2, -3.6, -3.2 }, { 2.1, 1.2, -.25, -5.5, -5.6, -5.5 } };
	private static final double POWER = 2 / 2.3;
	/** By so much of a level, and of an angle, neighbours of a place lie off; and how often a range of levels is halved. */
	private static final double STEP = 0.1;
	private static final int HALVINGS = 12;

	private BodyModel() {}

	private static double at(final double level, final int what) {
		final int ring = (int) Math.min(LAST - 1, level);
		return RINGS[ring][what] + (level - ring) * (RINGS[ring + 1][what] - RINGS[ring][what]);
	}

	/** The middle of a ring: where the body's axis crosses it. */
	static double[] middle(final double level) {
		return new double[] { 0, at(level, 3), at(level, 2) };
	}

	/** A place of the surface. @param level of its ring, 0 to {@link #LAST} @param angle from the front towards positive x, radians */
	static double[] point(final double level, final double angle) {
		final double front = square(Math.max(0, Math.cos(angle))), back = square(Math.max(0, -Math.cos(angle)));
		return new double[] { squarer(Math.sin(angle)) * at(level, 0), at(level, 3) * (1 - front - back) + at(level, 4) * front + at(level, 5) * back,
			squarer(Math.cos(angle)) * at(level, 1) + at(level, 2) };
	}

	/** The outward normal, of any length, at the height and on the side of a place of its axes. */
	static double[] normal(final double x, final double y, final double z) {
		double low = 0, high = LAST;
		for (int k = 0; k < HALVINGS; k++) {
			final double level = (low + high) / 2, angle = Math.atan2(x, z - at(level, 2));
			if (point(level, angle)[1] > y) low = level;
			else high = level;
		}
		final double level = Math.max(STEP, Math.min(LAST - STEP, low)), angle = Math.atan2(x, z - at(level, 2));
		final double[] a = point(level, angle - STEP), b = point(level, angle + STEP), c = point(level - STEP, angle), d = point(level + STEP, angle);
		for (int k = 0; k < 3; k++) {
			b[k] -= a[k];
			c[k] -= d[k];
		}
		return new double[] { b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2], b[0] * c[1] - b[1] * c[0] };
	}

	private static double square(final double value) {
		return value * value;
	}

	private static double squarer(final double value) {
		return Math.signum(value) * Math.pow(Math.abs(value), POWER);
	}
}
