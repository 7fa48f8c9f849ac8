package org.icportrait.head;

/**
 * The plane that a thing before a head lies in.
 *
 * @param x picture column of a place of it
 * @param y picture row of the same
 * @param at its depth there, dm towards the viewer
 * @param across slope to the right, dm for a dm
 * @param down slope downwards
 * @param dm pixels
 */
record HeldPlane(double x, double y, double at, double across, double down, double dm) {

	/** Rounds of the fit, and the distance (dm) from which on a place counts less. */
	private static final int ROUNDS = 5;
	private static final double FAR = 0.1;
	/** How much (dm squared) holds the plane upright, and its steepest slope: faces fall away faster than what is held before them. */
	private static final double UPRIGHT = 0.05, STEEPEST = 0.6;

	/**
	 * Least squares, held upright, places far off counting less (Huber 1964, "Robust estimation of a location parameter").
	 *
	 * @param x picture pixels of places @param y likewise @param depth of what lies behind, dm @param some which of them count; at least one
	 * @param dm pixels
	 */
	static HeldPlane fit(final double[] x, final double[] y, final double[] depth, final boolean[] some, final double dm) {
		final double[] weight = new double[x.length];
		for (int k = 0; k < x.length; k++) weight[k] = some[k] ? 1 : 0;
		HeldPlane out = weighted(x, y, depth, weight, dm);
		for (int round = 1; round < ROUNDS; round++) {
			for (int k = 0; k < x.length; k++) if (some[k]) weight[k] = Math.min(1, FAR / (Math.abs(out.depth(x[k], y[k]) - depth[k]) + 1e-9));
			out = weighted(x, y, depth, weight, dm);
		}
		return out;
	}

	private static HeldPlane weighted(final double[] x, final double[] y, final double[] depth, final double[] weight, final double dm) {
		final double mx = mean(x, weight), my = mean(y, weight), mz = mean(depth, weight);
		double n = 0, xx = 0, yy = 0, xy = 0, xz = 0, yz = 0;
		for (int k = 0; k < x.length; k++) {
			final double dx = (x[k] - mx) / dm, dy = (y[k] - my) / dm, dz = depth[k] - mz;
			n += weight[k];
			xx += weight[k] * dx * dx;
			yy += weight[k] * dy * dy;
			xy += weight[k] * dx * dy;
			xz += weight[k] * dx * dz;
			yz += weight[k] * dy * dz;
		}
		xx += UPRIGHT * n;
		yy += UPRIGHT * n;
		final double size = xx * yy - xy * xy;
		return new HeldPlane(mx, my, mz, limited((xz * yy - yz * xy) / size), limited((yz * xx - xz * xy) / size), dm);
	}

	private static double mean(final double[] values, final double[] weight) {
		double sum = 0, n = 0;
		for (int k = 0; k < values.length; k++) {
			sum += weight[k] * values[k];
			n += weight[k];
		}
		return sum / n;
	}

	private static double limited(final double slope) {
		return Math.max(-STEEPEST, Math.min(STEEPEST, slope));
	}

	/** dm, at a place of the picture. */
	double depth(final double px, final double py) {
		return at + (across * (px - x) + down * (py - y)) / dm;
	}
}
