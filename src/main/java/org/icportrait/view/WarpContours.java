package org.icportrait.view;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.icportrait.image.Picture;

/** Smooths the stairs that triangle edges leave along contours. */
final class WarpContours {

	private static final int[] WEIGHTS = { 1, 2, 1, 2, 4, 2, 1, 2, 1 };

	private WarpContours() {}

	/**
	 * Replaces marked pixels by a 3 x 3 binomial mean, weighted by alpha so that nothing empty bleeds in; alpha alike.
	 *
	 * @param alpha of the picture's pixels, changed too
	 */
	static void smooth(final Picture picture, final float[] alpha, final boolean[] marked) {
		final int w = picture.width(), h = picture.height(), n = picture.planeSize();
		final Picture before = picture.copy();
		final float[] alphaBefore = alpha.clone();
		IntStream.range(1, Math.max(1, h - 1)).parallel().forEach(y -> {
			final float[] sums = new float[picture.channels()];
			for (int x = 1; x + 1 < w; x++) {
				final int i = y * w + x;
				if (!marked[i]) continue;
				Arrays.fill(sums, 0);
				float cover = 0;
				for (int k = 0; k < 9; k++) {
					final int at = i + (k / 3 - 1) * w + k % 3 - 1;
					final float weight = WEIGHTS[k] * alphaBefore[at];
					cover += weight;
					for (int c = 0; c < sums.length; c++) sums[c] += weight * before.data()[c * n + at];
				}
				if (cover <= 0) continue;
				alpha[i] = cover / 16;
				for (int c = 0; c < sums.length; c++) picture.data()[c * n + i] = sums[c] / cover;
			}
		});
	}
}
