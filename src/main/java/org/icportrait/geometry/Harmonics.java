package org.icportrait.geometry;

import java.util.Arrays;

/**
 * A smooth function on the sphere for red, green and blue: nine real spherical harmonics each, in camera axes. As light, the cosine lobe
 * is folded in, so that the sum over c_k B_k(normal) is irradiance / pi and linear pixel = albedo * sum (Ramamoorthi and Hanrahan 2001,
 * "An Efficient Representation for Irradiance Environment Maps"). Order and constants of B in docs/conventions.md. Immutable.
 */
public final class Harmonics {

	/** Coefficients per channel, and in all. */
	public static final int COUNT = 9, ALL = 27;
	public static final Harmonics NONE = new Harmonics(new double[ALL]);

	private static final double B0 = 0.282095, B1 = 0.488603, B2 = 1.092548, BZ = 0.315392, BX = 0.546274;
	/** The cosine lobe's factor for bands 0, 1 and 2, divided by pi. */
	private static final double[] LOBE = { 1, 2.0 / 3, 2.0 / 3, 2.0 / 3, 0.25, 0.25, 0.25, 0.25, 0.25 };

	/** [k * 3 + channel]. */
	private final double[] c;

	private Harmonics(final double[] c) {
		this.c = c;
	}

	/** From 27 numbers, [k * 3 + channel], which are copied. */
	public static Harmonics of(final double... coefficients) {
		if (coefficients.length != ALL) throw new IllegalArgumentException("Light has " + ALL + " coefficients, not " + coefficients.length + ".");
		return new Harmonics(coefficients.clone());
	}

	/** The same value in every direction. */
	public static Harmonics even(final double red, final double green, final double blue) {
		final double[] c = new double[ALL];
		c[0] = red / B0;
		c[1] = green / B0;
		c[2] = blue / B0;
		return new Harmonics(c);
	}

	/** Writes B_0..B_8 of a unit vector. */
	public static void basis(final double x, final double y, final double z, final double[] out) {
		out[0] = B0;
		out[1] = B1 * y;
		out[2] = B1 * z;
		out[3] = B1 * x;
		out[4] = B2 * x * y;
		out[5] = B2 * y * z;
		out[6] = BZ * (3 * z * z - 1);
		out[7] = B2 * x * z;
		out[8] = BX * (x * x - y * y);
	}

	/** Adds up light that comes from directions. Not thread-safe. */
	public static final class Sum {

		private final double[] c = new double[ALL];
		private final double[] b = new double[COUNT];

		/** Light from a unit direction, with a radiance times solid angle, RGB; the cosine lobe is folded in here. */
		public void add(final double x, final double y, final double z, final double red, final double green, final double blue) {
			basis(x, y, z, b);
			for (int k = 0; k < COUNT; k++) {
				c[3 * k] += LOBE[k] * b[k] * red;
				c[3 * k + 1] += LOBE[k] * b[k] * green;
				c[3 * k + 2] += LOBE[k] * b[k] * blue;
			}
		}

		public Harmonics harmonics() {
			return new Harmonics(c.clone());
		}
	}

	/** Coefficient k (0..8) of a channel. */
	public double get(final int k, final int channel) {
		return c[3 * k + channel];
	}

	/** Value of one channel for a unit vector; may fall below 0 under hard light. */
	public double at(final int channel, final double x, final double y, final double z) {
		return B0 * c[channel] + B1 * (y * c[3 + channel] + z * c[6 + channel] + x * c[9 + channel]) +
			B2 * (x * y * c[12 + channel] + y * z * c[15 + channel] + x * z * c[21 + channel]) + BZ * (3 * z * z - 1) * c[18 + channel] +
			BX * (x * x - y * y) * c[24 + channel];
	}

	/** Whether it is the same in all directions. */
	public boolean isEven() {
		for (int i = 3; i < ALL; i++) if (c[i] != 0) return false;
		return true;
	}

	public Harmonics scaled(final double factor) {
		final double[] out = c.clone();
		for (int i = 0; i < ALL; i++) out[i] *= factor;
		return new Harmonics(out);
	}

	/** The same in turned axes: what came from d comes from R d. */
	public Harmonics rotated(final Rotation rotation) {
		final double[] out = c.clone();
		for (int channel = 0; channel < 3; channel++) {
			final double x = c[9 + channel], y = c[3 + channel], z = c[6 + channel];
			out[9 + channel] = rotation.x(x, y, z);
			out[3 + channel] = rotation.y(x, y, z);
			out[6 + channel] = rotation.z(x, y, z);
			rotateBandTwo(rotation, channel, out);
		}
		return new Harmonics(out);
	}

	/** Band 2 is a quadratic form n^T M n with M symmetric and without trace, which turns as R M R^T. */
	private void rotateBandTwo(final Rotation r, final int channel, final double[] out) {
		final double xy = B2 * c[12 + channel] / 2, yz = B2 * c[15 + channel] / 2, xz = B2 * c[21 + channel] / 2;
		final double zz = 2 * BZ * c[18 + channel], xx = -zz / 2 + BX * c[24 + channel], yy = -zz / 2 - BX * c[24 + channel];
		final double[] m = { xx, xy, xz, xy, yy, yz, xz, yz, zz };
		final double[] t = new double[9];
		for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 3; j++) {
				for (int k = 0; k < 9; k++) t[3 * i + j] += r.get(i, k / 3) * m[k] * r.get(j, k % 3);
			}
		}
		out[12 + channel] = 2 * t[1] / B2;
		out[15 + channel] = 2 * t[5] / B2;
		out[21 + channel] = 2 * t[2] / B2;
		out[18 + channel] = t[8] / (2 * BZ);
		out[24 + channel] = (t[0] - t[4]) / (2 * BX);
	}

	/** The direction (unit: x, y, z) that most comes from, by the mean of band 1 over the channels; straight ahead where there is none. */
	public double[] dominantDirection() {
		final double x = c[9] + c[10] + c[11], y = c[3] + c[4] + c[5], z = c[6] + c[7] + c[8];
		final double length = Math.sqrt(x * x + y * y + z * z);
		return length < 1e-9 ? new double[] { 0, 0, 1 } : new double[] { x / length, y / length, z / length };
	}

	public boolean isFinite() {
		return Arrays.stream(c).allMatch(Double::isFinite);
	}

	/** A copy of the 27 numbers, [k * 3 + channel]. */
	public double[] toArray() {
		return c.clone();
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Harmonics that && Arrays.equals(c, that.c);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(c);
	}

	@Override
	public String toString() {
		return "Harmonics" + Arrays.toString(c);
	}
}
