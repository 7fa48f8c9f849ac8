package org.icportrait.layers;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/** Reads a layer at places of its source: between pixels by the Catmull-Rom cubic where it is fine, else and in drafts bilinear. Thread-safe. */
public final class LayerReader {

	/** Layers of less than this (their pixels per picture pixel) are smooth enough for bilinear reading. */
	private static final double FINE = 0.5;
	/** Places so near to the middle of a pixel show that pixel. */
	private static final float NEAR = 1e-3f;

	private final Similarity toLayer;
	private final Picture fine;
	private final Picture coarse;
	private final boolean cubic;
	private final boolean draft;

	/** @param smooth whether what is fine is read by the cubic, which takes longer */
	public LayerReader(final Layer layer, final boolean smooth) {
		toLayer = layer.pictureToLayer();
		fine = layer.fine();
		coarse = layer.coarse();
		cubic = toLayer.scale() > FINE;
		draft = cubic && !smooth && fine.width() > 1 && fine.height() > 1;
	}

	/**
	 * Adds {@code weight} times each channel at a picture place to pixel {@code at} of a picture.
	 *
	 * @param guess whether detail would be invented there
	 */
	public void add(final float x, final float y, final boolean guess, final float weight, final Picture out, final int at) {
		final double column = toLayer.x(x, y), row = toLayer.y(x, y);
		if (guess) coarse(column, row, weight, out, at);
		else if (draft) linear((float) (column - 0.5), (float) (row - 0.5), weight, out, at);
		else if (cubic) cubic((float) (column - 0.5), (float) (row - 0.5), weight, out, at);
		else for (int c = 0; c < fine.channels(); c++) out.data()[c * out.planeSize() + at] += weight * fine.sample(column, row, c);
	}

	private void coarse(final double column, final double row, final float weight, final Picture out, final int at) {
		final double x = column * coarse.width() / fine.width(), y = row * coarse.height() / fine.height();
		for (int c = 0; c < coarse.channels(); c++) out.data()[c * out.planeSize() + at] += weight * coarse.sample(x, y, c);
	}

	private void linear(final float x, final float y, final float weight, final Picture out, final int at) {
		final int w = fine.width(), left = (int) Math.max(0, Math.min(w - 2, x)), top = (int) Math.max(0, Math.min(fine.height() - 2, y));
		final float tx = Math.max(0, Math.min(1, x - left)), ty = Math.max(0, Math.min(1, y - top));
		final float a = weight * (1 - tx) * (1 - ty), b = weight * tx * (1 - ty), c = weight * (1 - tx) * ty, d = weight * tx * ty;
		final float[] from = fine.data(), to = out.data();
		for (int channel = 0, i = top * w + left, target = at; channel < fine.channels(); channel++, i += fine.planeSize(), target += out.planeSize()) {
			to[target] += a * from[i] + b * from[i + 1] + c * from[i + w] + d * from[i + w + 1];
		}
	}

	private void cubic(final float x, final float y, final float weight, final Picture out, final int at) {
		// Cut off, not rounded down, which takes longer: it is the same wherever all pixels around are there.
		final int w = fine.width(), left = (int) x, top = (int) y;
		if (left < 1 || top < 1 || left + 2 >= w || top + 2 >= fine.height()) {
			atBorder(x, y, weight, out, at);
			return;
		}
		final float tx = x - left, ty = y - top;
		final int corner = (top - 1) * w + left - 1;
		if ((tx < NEAR || tx > 1 - NEAR) && (ty < NEAR || ty > 1 - NEAR)) {
			final int i = corner + (ty < NEAR ? 1 : 2) * w + (tx < NEAR ? 1 : 2);
			for (int c = 0; c < fine.channels(); c++) out.data()[c * out.planeSize() + at] += weight * fine.data()[c * fine.planeSize() + i];
			return;
		}
		inside(tx, ty, corner, weight, out, at);
	}

	private void inside(final float tx, final float ty, final int corner, final float weight, final Picture out, final int at) {
		final float a = outer(tx), b = inner(tx), e = inner(1 - tx), f = outer(1 - tx);
		final float p = weight * outer(ty), q = weight * inner(ty), r = weight * inner(1 - ty), s = weight * outer(1 - ty);
		final float[] d = fine.data(), to = out.data();
		final int w = fine.width(), plane = fine.planeSize(), target = out.planeSize(), channels = fine.channels();
		for (int c = 0; c < channels; c++) {
			final int i = c * plane + corner, j = i + w, k = j + w, l = k + w;
			final float value = p * (a * d[i] + b * d[i + 1] + e * d[i + 2] + f * d[i + 3]) + q * (a * d[j] + b * d[j + 1] + e * d[j + 2] + f * d[j + 3]) +
				r * (a * d[k] + b * d[k + 1] + e * d[k + 2] + f * d[k + 3]) + s * (a * d[l] + b * d[l + 1] + e * d[l + 2] + f * d[l + 3]);
			to[c * target + at] += value < 0 ? noLower(value, weight * d[j + 1], weight * d[j + 2], weight * d[k + 1], weight * d[k + 2]) : value;
		}
	}

	private void atBorder(final float x, final float y, final float weight, final Picture out, final int at) {
		final int left = (int) Math.floor(x), top = (int) Math.floor(y);
		final float[] wx = weights(x - left), wy = weights(y - top);
		for (int c = 0; c < fine.channels(); c++) {
			float value = 0, lowest = Float.MAX_VALUE;
			for (int k = 0; k < 16; k++) {
				final int i = Math.max(0, Math.min(fine.width() - 1, left - 1 + k % 4)), j = Math.max(0, Math.min(fine.height() - 1, top - 1 + k / 4));
				value += wx[k % 4] * wy[k / 4] * fine.get(i, j, c);
				lowest = Math.min(lowest, fine.get(i, j, c));
			}
			out.data()[c * out.planeSize() + at] += weight * (value < 0 ? Math.max(value, Math.min(0, lowest)) : value);
		}
	}

	/** The cubic rings; below 0 it goes only as far as the pixels around do. */
	private static float noLower(final float value, final float a, final float b, final float c, final float d) {
		return Math.max(value, Math.min(0, Math.min(Math.min(a, b), Math.min(c, d))));
	}

	private static float[] weights(final float t) {
		return new float[] { outer(t), inner(t), inner(1 - t), outer(1 - t) };
	}

	/** Weight of the pixel 1 + t away (Catmull and Rom 1974). */
	private static float outer(final float t) {
		return 0.5f * t * (t * (2 - t) - 1);
	}

	/** Weight of the pixel t away. */
	private static float inner(final float t) {
		return 0.5f * (t * t * (3 * t - 5) + 2);
	}
}
