package org.icportrait.image;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** How far pixels are from a mask. */
public final class Distance {

	private Distance() {}

	/**
	 * Euclidean, between centres of pixels; exact, in linear time (Meijster, Roerdink and Hesselink 2000).
	 *
	 * @param mask of width x height pixels, row by row; not changed
	 * @param most pixels, 1 to 30000: what is farther is said to be as far
	 * @return pixels, 0 where the mask is set; new
	 */
	public static float[] to(final boolean[] mask, final int width, final int most, final Progress progress) {
		final int height = mask.length / width;
		final int[] across = new int[mask.length];
		Workers.rows(height, progress, row -> along(mask, across, row * width, width, most));
		final float[] out = new float[mask.length];
		Workers.bands(width, progress, (from, to) -> {
			final Nearest nearest = new Nearest(across, width, height);
			for (int column = from; column < to; column++) nearest.down(column, most * most, out);
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

	/** Which row of a column has the pixel nearest to each of its rows: the lower envelope of a parabola for each. For one thread. */
	private static final class Nearest {

		private final int[] across;
		private final int width;
		private final int height;
		/** Rows of the envelope, downwards, and those from which on each is the nearest. */
		private final int[] rows;
		private final int[] begins;

		Nearest(final int[] across, final int width, final int height) {
			this.across = across;
			this.width = width;
			this.height = height;
			rows = new int[height];
			begins = new int[height];
		}

		void down(final int column, final int most, final float[] out) {
			int last = -1;
			for (int row = 0; row < height; row++) {
				while (last >= 0 && square(column, rows[last], begins[last]) > square(column, row, begins[last])) last--;
				final int begin = last < 0 ? 0 : 1 + meeting(column, rows[last], row);
				if (begin >= height) continue;
				rows[++last] = row;
				begins[last] = begin;
			}
			for (int row = height - 1; row >= 0; row--) {
				out[row * width + column] = (float) Math.sqrt(Math.min(most, square(column, rows[last], row)));
				if (row == begins[last]) last--;
			}
		}

		/** Of the distance from a row to the pixel that another one shows. */
		private int square(final int column, final int shown, final int row) {
			final int away = across[shown * width + column];
			return away * away + (row - shown) * (row - shown);
		}

		/** The last row to which what the upper one shows is no farther than what the lower one does. */
		private int meeting(final int column, final int upper, final int lower) {
			return Math.floorDiv(square(column, lower, 0) - square(column, upper, 0), 2 * (lower - upper));
		}
	}
}
