package org.icportrait.image;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Makes a matte follow the edges of the photograph: near each pixel the matte becomes a linear function of the colour
 * (He, Sun and Tang 2010, "Guided Image Filtering"). The coefficients are found on a small picture and used on the large one
 * (He and Sun 2015, "Fast Guided Filter").
 */
public final class GuidedFilter {

	/** Half the window, matte pixels, and how much noise of the colour (sRGB, squared) is not followed. */
	private static final int RADIUS = 4, MOMENTS = 13;
	private static final float NOISE = 4e-4f;

	/** Coefficients for red, green, blue and the constant, on the grid of the matte. */
	private final Picture coefficients;

	/**
	 * @param guide sRGB, 3 channels, of the size of the matte
	 * @param matte 0..1
	 * @param progress asked whether to go on
	 */
	public GuidedFilter(final Picture guide, final Picture matte, final Progress progress) {
		final int w = matte.width(), h = matte.height();
		final Picture moments = new Picture(w, h, MOMENTS);
		Workers.rows(h, progress, row -> {
			for (int i = row * w; i < (row + 1) * w; i++) moments(guide.data(), matte.data()[i], w * h, i, moments.data());
		});
		final Picture mean = BoxBlur.blur(moments, RADIUS, progress);
		final Picture local = new Picture(w, h, 4);
		Workers.rows(h, progress, row -> {
			for (int i = row * w; i < (row + 1) * w; i++) solve(mean.data(), w * h, i, local.data());
		});
		coefficients = BoxBlur.blur(local, RADIUS, progress);
	}

	/** Colour and matte of pixel i, their products, and those of the colours. */
	private static void moments(final float[] guide, final float p, final int n, final int i, final float[] out) {
		final float r = guide[i], g = guide[n + i], b = guide[2 * n + i];
		out[i] = r;
		out[n + i] = g;
		out[2 * n + i] = b;
		out[3 * n + i] = p;
		out[4 * n + i] = r * p;
		out[5 * n + i] = g * p;
		out[6 * n + i] = b * p;
		out[7 * n + i] = r * r;
		out[8 * n + i] = r * g;
		out[9 * n + i] = r * b;
		out[10 * n + i] = g * g;
		out[11 * n + i] = g * b;
		out[12 * n + i] = b * b;
	}

	/** The matte for a linear colour at a place given as fractions of the grid. */
	public float at(final double u, final double v, final float red, final float green, final float blue) {
		final int w = coefficients.width(), h = coefficients.height(), n = w * h;
		final float x = (float) Math.max(0, Math.min(w - 1, u * w - 0.5)), y = (float) Math.max(0, Math.min(h - 1, v * h - 0.5));
		final int left = (int) x, top = (int) y, i = top * w + left, right = left + 1 < w ? 1 : 0, below = top + 1 < h ? w : 0;
		final float p = between(i, right, below, x - left, y - top) * Colour.toSrgb(red) +
			between(n + i, right, below, x - left, y - top) * Colour.toSrgb(green) +
			between(2 * n + i, right, below, x - left, y - top) * Colour.toSrgb(blue) + between(3 * n + i, right, below, x - left, y - top);
		return Math.max(0, Math.min(1, p));
	}

	private float between(final int i, final int right, final int below, final float fx, final float fy) {
		final float[] d = coefficients.data();
		final float top = d[i] + fx * (d[i + right] - d[i]), bottom = d[i + below] + fx * (d[i + below + right] - d[i + below]);
		return top + fy * (bottom - top);
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
