package org.icportrait.layers;

import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** A colour picture continued smoothly into what is not known of it, on a coarse grid: what is smooth needs no more. Reads are thread-safe. */
final class CoarseFill {

	private final int block;
	private final Picture filled;
	/** For each column of the picture the cell to its left, and how far it lies towards the next one. */
	private final int[] left;
	private final float[] share;

	/**
	 * @param picture 3 channels
	 * @param known which pixels are read
	 * @param longest cells along the longer side, at most
	 */
	CoarseFill(final Picture picture, final boolean[] known, final int longest, final Progress progress) {
		this(picture, known, longest, false, progress);
	}

	/** @param membrane whether gaps are filled evenly from side to side ({@link PushPull#membrane}) */
	CoarseFill(final Picture picture, final boolean[] known, final int longest, final boolean membrane, final Progress progress) {
		block = Math.max(1, (Math.max(picture.width(), picture.height()) + longest - 1) / longest);
		final Picture means = new Picture((picture.width() + block - 1) / block, (picture.height() + block - 1) / block, picture.channels());
		final float[] weight = new float[means.planeSize()];
		Workers.rows(means.height(), progress, row -> pull(picture, known, means, weight, row));
		filled = membrane ? PushPull.membrane(means, weight, progress) : PushPull.fill(means, weight, progress);
		left = new int[picture.width()];
		share = new float[left.length];
		for (int x = 0; x < left.length; x++) {
			final float u = Math.max(0, Math.min(filled.width() - 1, (x + 0.5f) / block - 0.5f));
			left[x] = (int) u;
			share[x] = u - left[x];
		}
	}

	/** Means of the known pixels of each block of a row. */
	private void pull(final Picture picture, final boolean[] known, final Picture means, final float[] weight, final int row) {
		final int w = picture.width(), start = row * means.width(), bottom = Math.min(picture.height(), (row + 1) * block);
		for (int cell = 0; cell < means.width(); cell++) {
			final int right = Math.min(w, (cell + 1) * block);
			int count = 0;
			float red = 0, green = 0, blue = 0;
			for (int y = row * block; y < bottom; y++) {
				for (int i = y * w + cell * block; i < y * w + right; i++) {
					if (!known[i]) continue;
					count++;
					red += picture.data()[i];
					green += picture.data()[picture.planeSize() + i];
					blue += picture.data()[2 * picture.planeSize() + i];
				}
			}
			if (count == 0) continue;
			weight[start + cell] = 1;
			means.data()[start + cell] = red / count;
			means.data()[means.planeSize() + start + cell] = green / count;
			means.data()[2 * means.planeSize() + start + cell] = blue / count;
		}
	}

	/** Writes one row at picture resolution, [channel * width + x]. */
	void row(final int y, final float[] out) {
		final int w = left.length, columns = filled.width();
		final float[] d = filled.data(), line = new float[columns + 1];
		final Row row = new Row();
		row.moveTo(y);
		for (int c = 0; c < filled.channels(); c++) {
			final int i = c * filled.planeSize() + row.above, j = c * filled.planeSize() + row.below;
			for (int x = 0; x < columns; x++) line[x] = d[i + x] + row.down * (d[j + x] - d[i + x]);
			line[columns] = line[columns - 1];
			for (int x = 0; x < w; x++) out[c * w + x] = line[left[x]] + share[x] * (line[left[x] + 1] - line[left[x]]);
		}
	}

	/** A row at picture resolution of which few pixels are wanted. For one thread. */
	final class Row {

		/** The first cells of the two rows of them that it lies between, and how far it lies towards the lower. */
		private int above, below;
		private float down;

		/** Makes it row y of the picture. */
		void moveTo(final int y) {
			final int h = filled.height();
			final float v = Math.max(0, Math.min(h - 1, (y + 0.5f) / block - 0.5f));
			above = (int) v * filled.width();
			below = Math.min(h - 1, (int) v + 1) * filled.width();
			down = v - (int) v;
		}

		float at(final int x, final int channel) {
			final float[] d = filled.data();
			final int i = channel * filled.planeSize() + left[x], right = left[x] + 1 < filled.width() ? 1 : 0;
			final float before = d[above + i] + down * (d[below + i] - d[above + i]);
			final float after = d[above + i + right] + down * (d[below + i + right] - d[above + i + right]);
			return before + share[x] * (after - before);
		}
	}
}
