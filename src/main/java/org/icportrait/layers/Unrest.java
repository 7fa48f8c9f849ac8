package org.icportrait.layers;

import org.icportrait.image.AreaScale;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

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
		final int longest = Math.max(picture.width(), picture.height()), most = Math.min(CELLS, longest);
		final Picture cells = AreaScale.scale(weighted(picture, known, progress), Math.max(1, picture.width() * most / longest), Math.max(1, picture.height() * most / longest));
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

	/** Red, green, blue where they are known, and whether they are. */
	private static Picture weighted(final Picture picture, final boolean[] known, final Progress progress) {
		final int w = picture.width(), n = picture.planeSize();
		final Picture out = new Picture(w, picture.height(), 4);
		Workers.rows(picture.height(), progress, y -> {
			for (int i = y * w; i < (y + 1) * w; i++) {
				if (!known[i]) continue;
				out.data()[3 * n + i] = 1;
				for (int c = 0; c < 3; c++) out.data()[c * n + i] = picture.data()[c * n + i];
			}
		});
		return out;
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
