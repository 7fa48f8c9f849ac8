package org.icportrait.image;


/**
 * Makes a matte follow the edges of the photograph: near each pixel the matte becomes a linear function of the colour
 * (He, Sun and Tang 2010, "Guided Image Filtering"). The coefficients are found on a small picture and used on the large one
 * (He and Sun 2015, "Fast Guided Filter").
 */
public final class GuidedFilter {

	/** Half the window, matte pixels, and how much noise of the colour (sRGB, squared) is not followed. */
	private static final int RADIUS = 4;
	private static final float NOISE = 4e-4f;

	/** Coefficients for red, green, blue and the constant, on the grid of the matte. */
	private final Picture coefficients;

	/**
	 * @param guide sRGB, 3 channels, of the size of the matte
	 * @param matte 0..1
	 */
	public GuidedFilter(final Picture guide, final Picture matte) {
		final int n = matte.planeSize();
		final Picture moments = new Picture(matte.width(), matte.height(), 13);
		final float[] m = moments.data();
		for (int i = 0; i < n; i++) {
			final float r = guide.data()[i], g = guide.data()[n + i], b = guide.data()[2 * n + i], p = matte.data()[i];
			final float[] values = { r, g, b, p, r * p, g * p, b * p, r * r, r * g, r * b, g * g, g * b, b * b };
			for (int k = 0; k < 13; k++) m[k * n + i] = values[k];
		}
		final Picture mean = BoxBlur.blur(moments, RADIUS);
		final Picture local = new Picture(matte.width(), matte.height(), 4);
		for (int i = 0; i < n; i++) solve(mean.data(), n, i, local.data());
		coefficients = BoxBlur.blur(local, RADIUS);
	}

	/** The matte for a linear colour at a place given as fractions of the grid. */
	public float at(final double u, final double v, final float red, final float green, final float blue) {
		final double x = u * coefficients.width(), y = v * coefficients.height();
		final float p = coefficients.sample(x, y, 0) * Colour.toSrgb(red) + coefficients.sample(x, y, 1) * Colour.toSrgb(green) +
			coefficients.sample(x, y, 2) * Colour.toSrgb(blue) + coefficients.sample(x, y, 3);
		return Math.max(0, Math.min(1, p));
	}

	/** Normal equations of one window, symmetric 3 x 3, by Cramer's rule. */
	private static void solve(final float[] m, final int n, final int i, final float[] out) {
		final float r = m[i], g = m[n + i], b = m[2 * n + i], p = m[3 * n + i];
		final float cr = m[4 * n + i] - r * p, cg = m[5 * n + i] - g * p, cb = m[6 * n + i] - b * p;
		final float rr = m[7 * n + i] - r * r + NOISE, rg = m[8 * n + i] - r * g, rb = m[9 * n + i] - r * b;
		final float gg = m[10 * n + i] - g * g + NOISE, gb = m[11 * n + i] - g * b, bb = m[12 * n + i] - b * b + NOISE;
		final float a0 = gg * bb - gb * gb, a1 = gb * rb - rg * bb, a2 = rg * gb - gg * rb;
		final float determinant = rr * a0 + rg * a1 + rb * a2;
		final float kr = (cr * a0 + cg * a1 + cb * a2) / determinant;
		final float kg = (cr * a1 + cg * (rr * bb - rb * rb) + cb * (rg * rb - rr * gb)) / determinant;
		final float kb = (cr * a2 + cg * (rg * rb - rr * gb) + cb * (rr * gg - rg * rg)) / determinant;
		out[i] = kr;
		out[n + i] = kg;
		out[2 * n + i] = kb;
		out[3 * n + i] = p - kr * r - kg * g - kb * b;
	}
}
