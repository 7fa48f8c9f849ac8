package org.icportrait.layers;

import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * What is filled in behind a person is brought to what is kept about it: both show different things, and would meet in an edge in the person's shape. By
 * how much they differ where they meet goes on into what is filled in, and fades. Told pixel by pixel by any thread, then laid over once.
 */
final class Meeting {

	/** How far in it fades, share of the width. */
	private static final double DEEP = 0.06;

	private final int width;
	private final boolean[] far, near;
	/** What is kept beyond what would be filled in. */
	private final Picture apart;
	/** How much of each pixel is brought to it, 0..1. */
	private final float[] share;

	/** @param far pixels that may be filled in @param near those that are */
	Meeting(final int width, final boolean[] far, final boolean[] near) {
		this.width = width;
		this.far = far;
		this.near = near;
		apart = new Picture(width, far.length / width, 3);
		share = new float[far.length];
	}

	/** @param plate with pixel i as it is kept, or filled in @param fill a row of what is filled in, [channel * width + x] @param moves how much of the pixel is background that shows things, 0..1 */
	void tell(final Picture plate, final int i, final float[] fill, final int x, final float moves) {
		share[i] = near[i] ? moves : 0;
		for (int c = 0; c < 3 && !near[i]; c++) apart.data()[c * far.length + i] = plate.data()[c * far.length + i] - fill[c * width + x];
	}

	/** Changes what is filled in of the plate, within the colours that it has. @param cells along the longer side, at most */
	void over(final Picture plate, final int cells, final Progress progress) {
		final boolean[] told = Dilation.shrink(near, width, Math.max(1, (int) (DEEP * width)), progress);
		for (int i = 0; i < told.length; i++) told[i] |= !near[i];
		final CoarseFill differences = new CoarseFill(apart, told, cells, true, progress);
		final float[][] range = range(plate);
		Workers.bands(plate.height(), progress, (from, to) -> {
			final float[] line = new float[3 * width];
			for (int y = from; y < to; y++) {
				differences.row(y, line);
				for (int k = 0; k < line.length; k++) {
					final int i = y * width + k % width, c = k / width;
					if (share[i] <= 0) continue;
					final int at = c * far.length + i;
					plate.data()[at] = Math.max(range[c][0], Math.min(range[c][1], plate.data()[at] + share[i] * line[k]));
				}
			}
		});
	}

	private static float[][] range(final Picture plate) {
		final float[][] range = new float[3][];
		final int n = plate.planeSize();
		for (int c = 0; c < 3; c++) {
			range[c] = new float[] { Float.MAX_VALUE, 0 };
			for (int i = c * n; i < (c + 1) * n; i++) {
				range[c][0] = Math.min(range[c][0], plate.data()[i]);
				range[c][1] = Math.max(range[c][1], plate.data()[i]);
			}
		}
		return range;
	}
}
