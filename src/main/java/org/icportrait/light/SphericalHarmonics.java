package org.icportrait.light;

/**
 * Light as nine real spherical harmonics per channel in camera axes, with the cosine lobe folded in, so that the sum over
 * c_k B_k(normal) is irradiance / pi and linear pixel = albedo * sum (Ramamoorthi and Hanrahan 2001, "An Efficient
 * Representation for Irradiance Environment Maps"). Coefficients stand at [k * 3 + channel]; order and constants of B in
 * docs/conventions.md. Stateless.
 */
public final class SphericalHarmonics {

	/** Coefficients per channel, and in all. */
	public static final int COUNT = 9, ALL = 27;

	private static final double B0 = 0.282095, B1 = 0.488603, B2 = 1.092548, BZ = 0.315392, BX = 0.546274;
	/** The cosine lobe's factor for bands 0, 1 and 2, divided by pi. */
	private static final double[] LOBE = { 1, 2.0 / 3, 2.0 / 3, 2.0 / 3, 0.25, 0.25, 0.25, 0.25, 0.25 };

	private SphericalHarmonics() {}

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

	/** Shading of one channel for a unit normal; may fall below 0 under hard light. */
	public static double shade(final double[] light, final int channel, final double x, final double y, final double z) {
		return B0 * light[channel] + B1 * (y * light[3 + channel] + z * light[6 + channel] + x * light[9 + channel]) +
			B2 * (x * y * light[12 + channel] + y * z * light[15 + channel] + x * z * light[21 + channel]) + BZ * (3 * z * z - 1) * light[18 + channel] +
			BX * (x * x - y * y) * light[24 + channel];
	}

	/** Adds light that comes from one direction (unit, towards the light) with a radiance times solid angle, RGB. */
	public static void addRadiance(final double[] light, final double x, final double y, final double z, final double red, final double green,
		final double blue)
	{
		final double[] b = new double[COUNT];
		basis(x, y, z, b);
		for (int k = 0; k < COUNT; k++) {
			light[3 * k] += LOBE[k] * b[k] * red;
			light[3 * k + 1] += LOBE[k] * b[k] * green;
			light[3 * k + 2] += LOBE[k] * b[k] * blue;
		}
	}

	/**
	 * The same light in turned axes: what came from d comes from R d.
	 *
	 * @param rotation 3 x 3 row-major
	 */
	public static double[] rotate(final double[] light, final double[] rotation) {
		final double[] out = light.clone();
		for (int c = 0; c < 3; c++) {
			final double[] v = { light[9 + c], light[3 + c], light[6 + c] };
			out[9 + c] = row(rotation, 0, v);
			out[3 + c] = row(rotation, 1, v);
			out[6 + c] = row(rotation, 2, v);
			rotateBandTwo(light, rotation, c, out);
		}
		return out;
	}

	/** Band 2 is a quadratic form n^T M n with M symmetric and without trace, which turns as R M R^T. */
	private static void rotateBandTwo(final double[] light, final double[] r, final int c, final double[] out) {
		final double xy = B2 * light[12 + c] / 2, yz = B2 * light[15 + c] / 2, xz = B2 * light[21 + c] / 2;
		final double zz = 2 * BZ * light[18 + c], xx = -zz / 2 + BX * light[24 + c], yy = -zz / 2 - BX * light[24 + c];
		final double[] m = { xx, xy, xz, xy, yy, yz, xz, yz, zz };
		final double[] t = new double[9];
		for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 3; j++) {
				for (int k = 0; k < 3; k++) {
					for (int l = 0; l < 3; l++) t[3 * i + j] += r[3 * i + k] * m[3 * k + l] * r[3 * j + l];
				}
			}
		}
		out[12 + c] = 2 * t[1] / B2;
		out[15 + c] = 2 * t[5] / B2;
		out[21 + c] = 2 * t[2] / B2;
		out[18 + c] = t[8] / (2 * BZ);
		out[24 + c] = (t[0] - t[4]) / (2 * BX);
	}

	private static double row(final double[] r, final int i, final double[] v) {
		return r[3 * i] * v[0] + r[3 * i + 1] * v[1] + r[3 * i + 2] * v[2];
	}

	/** The direction (unit) that most light comes from, by the mean of band 1 over the channels; straight ahead where there is none. */
	public static double[] dominantDirection(final double[] light) {
		final double x = light[9] + light[10] + light[11], y = light[3] + light[4] + light[5], z = light[6] + light[7] + light[8];
		final double length = Math.sqrt(x * x + y * y + z * z);
		return length < 1e-9 ? new double[] { 0, 0, 1 } : new double[] { x / length, y / length, z / length };
	}
}
