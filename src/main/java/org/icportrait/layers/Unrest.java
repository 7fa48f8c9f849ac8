package org.icportrait.layers;

import org.icportrait.image.AreaScale;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.image.PushPull;
import org.icportrait.work.Progress;

/** How far what is known of a picture strays from its means about each place: hardly where it is plain or shades evenly. Stateless. */
final class Unrest {

	/** Cells along the longer side; grain is averaged in them. */
	private static final int CELLS = 128;
	/** Cells to each side whose mean a cell is held against. */
	private static final int ABOUT = 4;
	/** So dark (linear) that a share of the mean says nothing. */
	private static final float DARK = 0.01f;

	private Unrest() {}

	/**
	 * @param picture linear RGB
	 * @param known which pixels are read
	 * @return one channel on a coarse grid over the same area: the root of the mean square of what cells stray by, share of the means; continued smoothly
	 *         where nothing is known
	 */
	static Picture of(final Picture picture, final boolean[] known, final Progress progress) {
		return of(PictureRows.of(picture), picture.width(), known, progress);
	}

	/** The same of one that is made row by row. @param width of its rows */
	static Picture of(final PictureRows picture, final int width, final boolean[] known, final Progress progress) {
		final int height = known.length / width, longest = Math.max(width, height), most = Math.min(CELLS, longest);
		final Picture cells = AreaScale.known(picture, width, known, Math.max(1, width * most / longest), Math.max(1, height * most / longest), progress);
		final Picture about = BoxBlur.blur(cells, ABOUT, progress), squares = new Picture(cells.width(), cells.height(), 2);
		final int n = cells.planeSize();
		for (int i = 0; i < n; i++) {
			final float weight = cells.data()[3 * n + i];
			if (weight <= 0) continue;
			squares.data()[i] = weight * square(cells, about, i);
			squares.data()[n + i] = weight;
		}
		final Picture means = BoxBlur.blur(squares, ABOUT, progress), stray = new Picture(cells.width(), cells.height(), 1);
		final float[] weight = new float[n];
		for (int i = 0; i < n; i++) {
			weight[i] = Math.min(1, Math.max(0, means.data()[n + i]));
			if (weight[i] > 0) stray.data()[i] = (float) Math.sqrt(Math.max(0, means.data()[i] / means.data()[n + i]));
		}
		return PushPull.fill(stray, weight, progress);
	}

	private static float square(final Picture cells, final Picture about, final int i) {
		final int n = cells.planeSize();
		float off = 0, mean = 3 * DARK;
		for (int c = 0; c < 3; c++) {
			final float its = about.data()[c * n + i] / about.data()[3 * n + i], apart = cells.data()[c * n + i] / cells.data()[3 * n + i] - its;
			off += 3 * apart * apart;
			mean += its;
		}
		return off / (mean * mean);
	}
}
