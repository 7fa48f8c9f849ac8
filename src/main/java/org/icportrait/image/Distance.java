package org.icportrait.image;

import java.util.Arrays;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** How far pixels are from a mask. */
public final class Distance {

	private Distance() {}

	/**
	 * Euclidean, between centres of pixels; exact. {@code most} costs a look at as many rows.
	 *
	 * @param mask of width x height pixels, row by row; not changed
	 * @param most pixels, 1 or more: what is farther is said to be as far
	 * @return pixels, 0 where the mask is set; new
	 */
	public static float[] to(final boolean[] mask, final int width, final int most, final Progress progress) {
		final int height = mask.length / width;
		final int[] across = new int[mask.length];
		Workers.rows(height, progress, row -> along(mask, across, row * width, width, most));
		final float[] out = new float[mask.length];
		Workers.rows(height, progress, row -> {
			Arrays.fill(out, row * width, (row + 1) * width, most * most);
			for (int other = Math.max(0, row - most); other <= Math.min(height - 1, row + most); other++) {
				final int down = (other - row) * (other - row);
				for (int x = 0; x < width; x++) {
					final int square = down + across[other * width + x] * across[other * width + x];
					if (square < out[row * width + x]) out[row * width + x] = square;
				}
			}
			for (int i = row * width; i < (row + 1) * width; i++) out[i] = (float) Math.sqrt(out[i]);
		});
		return out;
	}

	/** Within a row: from the left, then from the right. */
	private static void along(final boolean[] mask, final int[] across, final int start, final int width, final int most) {
		int away = most;
		for (int i = start; i < start + width; i++) across[i] = away = mask[i] ? 0 : Math.min(most, away + 1);
		away = most;
		for (int i = start + width - 1; i >= start; i--) {
			away = mask[i] ? 0 : Math.min(most, away + 1);
			across[i] = Math.min(across[i], away);
		}
	}
}
