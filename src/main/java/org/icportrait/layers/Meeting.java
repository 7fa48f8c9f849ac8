package org.icportrait.layers;

import org.icportrait.image.ColourRange;
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
	/** Pixels along the outer border that tell of it even if they were taken for the person's; elsewhere those do that are kept by so much. */
	private static final int BORDER = 2;
	private static final float KEPT = 0.5f;

	private final int width;
	private final boolean[] near, border, told;
	/** What is shown beyond what would be filled in. */
	private final Picture apart;
	/** How much of each pixel is brought to it, 0..1. */
	private final float[] share;

	/** @param far pixels that may be filled in @param near those that are */
	Meeting(final int width, final boolean[] far, final boolean[] near, final Progress progress) {
		this.width = width;
		this.near = near;
		border = Dilation.shrink(far, width, BORDER, progress);
		for (int i = 0; i < border.length; i++) border[i] = far[i] && !border[i];
		told = Dilation.shrink(near, width, Math.max(1, (int) (DEEP * width)), progress);
		apart = new Picture(width, far.length / width, 3);
		share = new float[far.length];
	}

	/**
	 * @param shown as photographed
	 * @param i one of the pixels that may be filled in
	 * @param fill a row of what is filled in, [channel * width + x]
	 * @param filled how much of the pixel is filled in, 0..1
	 * @param busy how much of what is filled in shows things, 0..1
	 */
	void tell(final Picture shown, final int i, final float[] fill, final int x, final float filled, final float busy) {
		share[i] = filled * busy;
		if (near[i] || !border[i] && filled > 1 - KEPT) return;
		told[i] = true;
		for (int c = 0; c < 3; c++) apart.data()[c * told.length + i] = shown.data()[c * told.length + i] - fill[c * width + x];
	}

	/** Changes what is filled in of the plate, within the colours that it has. @param cells along the longer side, at most */
	void over(final Picture plate, final int cells, final Progress progress) {
		final CoarseFill differences = new CoarseFill(apart, told, cells, true, progress);
		final ColourRange range = ColourRange.of(plate, null, progress);
		Workers.bands(plate.height(), progress, (from, to) -> {
			final float[] line = new float[3 * width];
			for (int y = from; y < to; y++) {
				differences.row(y, line);
				for (int k = 0; k < line.length; k++) {
					final int i = y * width + k % width, c = k / width;
					if (share[i] <= 0) continue;
					final int at = c * told.length + i;
					plate.data()[at] = range.within(plate.data()[at] + share[i] * line[k], c);
				}
			}
		});
	}
}
