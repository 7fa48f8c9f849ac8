package org.icportrait.view;

/** Rotations as 9 doubles, row-major. */
final class Rotations {

	private Rotations() {}

	/** a b^T. */
	static double[] timesTransposed(final double[] a, final double[] b) {
		final double[] out = new double[9];
		for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 3; j++) {
				for (int k = 0; k < 3; k++) out[3 * i + j] += a[3 * i + k] * b[3 * j + k];
			}
		}
		return out;
	}

	/** The share t of a rotation: the same axis, t times the angle. */
	static double[] share(final double[] r, final double t) {
		final double cosine = Math.max(-1, Math.min(1, (r[0] + r[4] + r[8] - 1) / 2));
		final double angle = Math.acos(cosine);
		double x = r[7] - r[5], y = r[2] - r[6], z = r[3] - r[1];
		final double length = Math.sqrt(x * x + y * y + z * z);
		if (length < 1e-9) return t >= 1 ? r.clone() : new double[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 };
		x /= length;
		y /= length;
		z /= length;
		final double c = Math.cos(t * angle), s = Math.sin(t * angle), d = 1 - c;
		return new double[] { c + x * x * d, x * y * d - z * s, x * z * d + y * s, y * x * d + z * s, c + y * y * d, y * z * d - x * s,
			z * x * d - y * s, z * y * d + x * s, c + z * z * d };
	}

	/** Largest difference of two rotations' entries. */
	static double difference(final double[] a, final double[] b) {
		double most = 0;
		for (int i = 0; i < 9; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
		return most;
	}
}
