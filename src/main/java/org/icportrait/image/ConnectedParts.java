package org.icportrait.image;

/** The parts of a mask that hang together, corners included (its connected components), taken one after the other. For one thread. */
public final class ConnectedParts {

	/** What is left of the mask, with a pixel more all around, where nothing is. */
	private final boolean[] left;
	private final int width;
	/** From a pixel to those around it. */
	private final int[] around;
	private final int[] part;

	/** @param mask row by row; copied @param width of a row */
	public ConnectedParts(final boolean[] mask, final int width) {
		this.width = width;
		final int row = width + 2, height = mask.length / width;
		left = new boolean[row * (height + 2)];
		for (int y = 0; y < height; y++) System.arraycopy(mask, y * width, left, (y + 1) * row + 1, width);
		around = new int[] { -row - 1, -row, -row + 1, -1, 1, row - 1, row, row + 1 };
		part = new int[mask.length];
	}

	/** Takes the part that a pixel belongs to; how many pixels that has, 0 where it is not of the mask or was taken before. */
	public int take(final int first) {
		final int begin = (first / width + 1) * (width + 2) + first % width + 1;
		if (!left[begin]) return 0;
		left[begin] = false;
		part[0] = begin;
		int count = 1;
		for (int next = 0; next < count; next++) {
			for (final int step : around) {
				final int i = part[next] + step;
				if (!left[i]) continue;
				left[i] = false;
				part[count++] = i;
			}
		}
		return count;
	}

	/** Pixel k of the part that was taken last. */
	public int pixel(final int k) {
		return (part[k] / (width + 2) - 1) * width + part[k] % (width + 2) - 1;
	}
}
