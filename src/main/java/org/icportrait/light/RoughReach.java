package org.icportrait.light;

import org.icportrait.image.Picture;

/** How far a lamp reaches the cells of a grid, place by place, before edges of shadows are looked at more closely. A cell is one thread's to write at a time. */
final class RoughReach {

	/** How many cells around one decide what is made of it, by {@link #isEdge} and {@link #smooth} of what {@link #alike} gave. */
	static final int AROUND = 3;
	/** Neighbours that differ by more have the hard edge of a shadow between them. */
	private static final float EDGE = 0.2f;
	/** Places that differ by less have the same light between them. */
	private static final float ALIKE = 0.01f;

	private final Picture reach;

	RoughReach(final int width, final int height) {
		reach = new Picture(width, height, 1);
	}

	void set(final int i, final int j, final float value) {
		reach.set(i, j, 0, value);
	}

	/** What every other cell of every other row has around a place, where they have the same; else -1. */
	float alike(final int i, final int j) {
		final float first = reach.get(i / 2 * 2, j / 2 * 2, 0);
		for (int y = Math.max(0, (j - 1) / 2 * 2); y <= Math.min(reach.height() - 1, j + 2); y += 2) {
			for (int x = Math.max(0, (i - 1) / 2 * 2); x <= Math.min(reach.width() - 1, i + 2); x += 2) {
				if (Math.abs(reach.get(x, y, 0) - first) > ALIKE) return -1;
			}
		}
		return first;
	}

	/** The binomial mean around a cell; all four sets of the lamp's places have the same share in it. */
	float smooth(final int i, final int j) {
		final int left = Math.max(0, i - 1), right = Math.min(reach.width() - 1, i + 1), top = Math.max(0, j - 1), bottom = Math.min(reach.height() - 1, j + 1);
		final float middle = across(left, i, right, j);
		return (across(left, i, right, top) + middle + middle + across(left, i, right, bottom)) / 16;
	}

	private float across(final int left, final int i, final int right, final int row) {
		return reach.get(left, row, 0) + 2 * reach.get(i, row, 0) + reach.get(right, row, 0);
	}

	/** Whether a shadow ends here. */
	boolean isEdge(final int i, final int j) {
		float least = 1, most = 0;
		for (int y = Math.max(0, j - 1); y <= Math.min(reach.height() - 1, j + 1); y++) {
			for (int x = Math.max(0, i - 1); x <= Math.min(reach.width() - 1, i + 1); x++) {
				least = Math.min(least, reach.get(x, y, 0));
				most = Math.max(most, reach.get(x, y, 0));
			}
		}
		return most - least > EDGE;
	}
}
