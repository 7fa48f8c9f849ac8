package org.icportrait.texture;

import java.util.Arrays;

import org.icportrait.image.Picture;

/** How strong detail is, told by whole small blocks, so that a few edges do not pass for grain. Stateless. */
final class Blocks {

	private Blocks() {}

	/**
	 * The root mean square of one of the blocks, ordered by it.
	 *
	 * @param where blocks that lie in it with all their pixels count
	 * @param rank of the block among them, 0..1
	 * @param fewest blocks that say anything; 0 is returned for fewer
	 */
	static double level(final Picture detail, final int channel, final boolean[] where, final int side, final double rank, final int fewest) {
		final int columns = detail.width() / side, rows = detail.height() / side;
		final double[] levels = new double[columns * rows];
		int count = 0;
		for (int row = 0; row < rows; row++) {
			for (int column = 0; column < columns; column++) {
				final double squares = squares(detail, channel, where, column * side, row * side, side);
				if (squares >= 0) levels[count++] = Math.sqrt(squares / (side * side));
			}
		}
		if (count < fewest) return 0;
		Arrays.sort(levels, 0, count);
		return levels[(int) Math.min(count - 1, rank * count)];
	}

	/** Below 0 where a pixel of the block does not count. */
	private static double squares(final Picture detail, final int channel, final boolean[] where, final int left, final int top, final int side) {
		double sum = 0;
		for (int y = top; y < top + side; y++) {
			for (int x = left; x < left + side; x++) {
				if (!where[y * detail.width() + x]) return -1;
				final double value = detail.get(x, y, channel);
				sum += value * value;
			}
		}
		return sum;
	}
}
