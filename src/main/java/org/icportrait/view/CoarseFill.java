package org.icportrait.view;

import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** A picture continued smoothly into what is not known of it, on a coarse grid: what is smooth needs no more. Reads are thread-safe. */
final class CoarseFill {

	private final int block;
	private final Picture filled;

	/**
	 * @param known which pixels are read
	 * @param longest cells along the longer side, at most
	 */
	CoarseFill(final Picture picture, final boolean[] known, final int longest, final Progress progress) {
		block = Math.max(1, (Math.max(picture.width(), picture.height()) + longest - 1) / longest);
		final Picture means = new Picture((picture.width() + block - 1) / block, (picture.height() + block - 1) / block, picture.channels());
		final float[] weight = new float[means.planeSize()];
		Workers.rows(means.height(), progress, row -> pull(picture, known, means, weight, row));
		filled = PushPull.fill(means, weight, progress);
	}

	/** Means of the known pixels of each block of a row. */
	private void pull(final Picture picture, final boolean[] known, final Picture means, final float[] weight, final int row) {
		final int w = picture.width(), start = row * means.width();
		final int[] counts = new int[means.width()];
		for (int y = row * block; y < Math.min(picture.height(), (row + 1) * block); y++) {
			for (int x = 0; x < w; x++) {
				if (!known[y * w + x]) continue;
				counts[x / block]++;
				for (int c = 0; c < picture.channels(); c++) {
					means.data()[c * means.planeSize() + start + x / block] += picture.data()[c * picture.planeSize() + y * w + x];
				}
			}
		}
		for (int i = 0; i < counts.length; i++) {
			if (counts[i] == 0) continue;
			weight[start + i] = 1;
			for (int c = 0; c < picture.channels(); c++) means.data()[c * means.planeSize() + start + i] /= counts[i];
		}
	}

	/** Writes one row at picture resolution, [channel * width + x]. */
	void row(final int y, final int width, final float[] out) {
		final int w = filled.width(), h = filled.height();
		final float v = Math.max(0, Math.min(h - 1, (y + 0.5f) / block - 0.5f));
		final int above = (int) v, below = Math.min(h - 1, above + 1);
		for (int c = 0; c < filled.channels(); c++) {
			final int i = c * filled.planeSize() + above * w, j = c * filled.planeSize() + below * w;
			for (int x = 0; x < width; x++) {
				final float u = Math.max(0, Math.min(w - 1, (x + 0.5f) / block - 0.5f));
				final int left = (int) u, right = Math.min(w - 1, left + 1);
				final float top = filled.data()[i + left] + (u - left) * (filled.data()[i + right] - filled.data()[i + left]);
				final float bottom = filled.data()[j + left] + (u - left) * (filled.data()[j + right] - filled.data()[j + left]);
				out[c * width + x] = top + (v - above) * (bottom - top);
			}
		}
	}
}
