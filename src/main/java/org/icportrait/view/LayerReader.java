package org.icportrait.view;

import org.icportrait.image.Picture;

/** Reads a layer at places of its source: between pixels by the Catmull-Rom cubic where it is fine, else bilinear. One per thread. */
final class LayerReader {

	/** Layers of less than this (their pixels per picture pixel) are smooth enough for bilinear reading. */
	private static final double FINE = 0.5;

	private final Layer layer;
	private final boolean cubic;
	private final float[] wx = new float[4];
	private final float[] wy = new float[4];

	LayerReader(final Layer layer) {
		this.layer = layer;
		cubic = layer.pictureToLayer().scale() > FINE;
	}

	/** Adds {@code weight} times each channel at a picture place to {@code sums}. @param guess whether detail would be invented there */
	void add(final float x, final float y, final boolean guess, final float weight, final float[] sums) {
		final double column = layer.pictureToLayer().x(x, y), row = layer.pictureToLayer().y(x, y);
		if (guess) coarse(column, row, weight, sums);
		else if (cubic) cubic((float) column - 0.5f, (float) row - 0.5f, weight, sums);
		else for (int c = 0; c < sums.length; c++) sums[c] += weight * layer.fine().sample(column, row, c);
	}

	private void coarse(final double column, final double row, final float weight, final float[] sums) {
		final Picture coarse = layer.coarse();
		final double x = column * coarse.width() / layer.fine().width(), y = row * coarse.height() / layer.fine().height();
		for (int c = 0; c < sums.length; c++) sums[c] += weight * coarse.sample(x, y, c);
	}

	private void cubic(final float x, final float y, final float weight, final float[] sums) {
		final Picture fine = layer.fine();
		final int w = fine.width(), h = fine.height(), left = (int) Math.floor(x), top = (int) Math.floor(y);
		weigh(x - left, wx);
		weigh(y - top, wy);
		if (left < 1 || top < 1 || left + 2 >= w || top + 2 >= h) {
			atBorder(left, top, weight, sums);
			return;
		}
		final float[] d = fine.data();
		final float a = wx[0], b = wx[1], e = wx[2], f = wx[3];
		for (int c = 0; c < sums.length; c++) {
			final int i = (c * h + top - 1) * w + left - 1, j = i + w, k = j + w, l = k + w;
			final float value = wy[0] * (a * d[i] + b * d[i + 1] + e * d[i + 2] + f * d[i + 3]) +
				wy[1] * (a * d[j] + b * d[j + 1] + e * d[j + 2] + f * d[j + 3]) + wy[2] * (a * d[k] + b * d[k + 1] + e * d[k + 2] + f * d[k + 3]) +
				wy[3] * (a * d[l] + b * d[l + 1] + e * d[l + 2] + f * d[l + 3]);
			sums[c] += weight * (value < 0 ? noLower(value, d[j + 1], d[j + 2], d[k + 1], d[k + 2]) : value);
		}
	}

	private void atBorder(final int left, final int top, final float weight, final float[] sums) {
		final Picture fine = layer.fine();
		for (int c = 0; c < sums.length; c++) {
			float value = 0, lowest = Float.MAX_VALUE;
			for (int k = 0; k < 16; k++) {
				final int i = Math.max(0, Math.min(fine.width() - 1, left - 1 + k % 4)), j = Math.max(0, Math.min(fine.height() - 1, top - 1 + k / 4));
				value += wx[k % 4] * wy[k / 4] * fine.get(i, j, c);
				lowest = Math.min(lowest, fine.get(i, j, c));
			}
			sums[c] += weight * (value < 0 ? Math.max(value, Math.min(0, lowest)) : value);
		}
	}

	/** The cubic rings; below 0 it goes only as far as the pixels around do. */
	private static float noLower(final float value, final float a, final float b, final float c, final float d) {
		return Math.max(value, Math.min(0, Math.min(Math.min(a, b), Math.min(c, d))));
	}

	/** Catmull and Rom 1974. */
	private static void weigh(final float t, final float[] out) {
		final float t2 = t * t, t3 = t2 * t;
		out[0] = 0.5f * (-t3 + 2 * t2 - t);
		out[1] = 0.5f * (3 * t3 - 5 * t2 + 2);
		out[2] = 0.5f * (-3 * t3 + 4 * t2 + t);
		out[3] = 0.5f * (t3 - t2);
	}
}
