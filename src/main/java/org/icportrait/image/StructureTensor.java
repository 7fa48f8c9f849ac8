package org.icportrait.image;

import org.icportrait.work.Progress;

/** Which way lines of a picture run, told by its slopes, about each pixel (Bigün and Granlund 1987). Stateless. */
public final class StructureTensor {

	private StructureTensor() {}

	/**
	 * A vector of twice the angle along the lines (y down), as long as slopes agree in it, and how steep they are, a mean of squares: three channels. The length
	 * of the vector beside the third is 1 where all lines are parallel, 0 where they run all ways.
	 *
	 * @param values one channel
	 * @param where slopes count; no pixel of the border
	 * @param radius of the squares, blurred twice, over which means are taken
	 */
	public static Picture of(final Picture values, final boolean[] where, final int radius, final Progress progress) {
		return BoxBlur.twice(slopes(values, where), radius, progress);
	}

	/** The same of each pixel alone, not yet a mean: 0 where slopes do not count. @param values one channel @param where slopes count; no pixel of the border */
	public static Picture slopes(final Picture values, final boolean[] where) {
		final int w = values.width(), n = values.planeSize();
		final Picture slopes = new Picture(w, values.height(), 3);
		for (int i = 0; i < n; i++) {
			if (!where[i]) continue;
			final float gx = values.data()[i + 1] - values.data()[i - 1], gy = values.data()[i + w] - values.data()[i - w];
			slopes.data()[i] = gy * gy - gx * gx;
			slopes.data()[n + i] = -2 * gx * gy;
			slopes.data()[2 * n + i] = gx * gx + gy * gy;
		}
		return slopes;
	}
}
