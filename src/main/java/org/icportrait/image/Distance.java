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
		Workers.bands(height, progress, (from, to) -> {
			final int[] least = new int[width];
			for (int row = from; row < to; row++) {
				Arrays.fill(least, most * most);
				for (int other = Math.max(0, row - most); other <= Math.min(height - 1, row + most); other++) nearer(across, other * width, (other - row) * (other - row), least);
				for (int x = 0; x < width; x++) out[row * width + x] = (float) Math.sqrt(least[x]);
			}
		});
		return out;
	}

	/** Squares of distances to what another row shows, where those are less; whole numbers without a question, for so several are compared at once. */
	private static void nearer(final int[] across, final int start, final int down, final int[] least) {
		for (int x = 0; x < least.length; x++) least[x] = Math.min(least[x], down + across[start + x] * across[start + x]);
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
