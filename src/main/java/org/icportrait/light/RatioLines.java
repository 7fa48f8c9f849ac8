package org.icportrait.light;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/**
 * A coarse map of three channels along rows of a finer picture: between its cells at places a cell apart, straight between
 * those. Beyond the map its border counts. Thread-safe.
 */
final class RatioLines {

	/** Places in a cell along a row. */
	private static final double PLACES = 1;

	private final float[] data;
	private final int width;
	private final int height;
	private final int channels;
	private final Similarity toMap;
	/** Pixels from place to place. */
	private final int step;

	/** @param toMap picture places to cells */
	RatioLines(final Picture map, final Similarity toMap) {
		data = map.data();
		width = map.width();
		height = map.height();
		channels = map.channels();
		this.toMap = toMap;
		step = Math.max(1, (int) (1 / (PLACES * toMap.scale())));
	}

	/**
	 * Reads a part of a row that begins at a place of the picture.
	 *
	 * @param first pixel of the row that is read; perhaps a few before it too
	 * @param end the one after the last
	 * @param line takes all of the first channel, then of the next, of the whole row
	 */
	void read(final double x, final double y, final int first, final int end, final float[] line) {
		final float[] from = new float[channels], to = new float[channels];
		final int length = line.length / channels, begin = first / step * step;
		at(x + begin, y, to);
		for (int start = begin; start < end; start += step) {
			System.arraycopy(to, 0, from, 0, channels);
			at(x + start + step, y, to);
			final int count = Math.min(step, end - start);
			for (int c = 0; c < channels; c++) {
				final float slope = (to[c] - from[c]) / step;
				for (int k = 0, i = c * length + start; k < count; k++, i++) line[i] = from[c] + k * slope;
			}
		}
	}

	/** Bilinear. */
	private void at(final double x, final double y, final float[] out) {
		final float px = Math.max(0, Math.min(width - 1, (float) toMap.x(x, y) - 0.5f)), py = Math.max(0, Math.min(height - 1, (float) toMap.y(x, y) - 0.5f));
		final int column = Math.min((int) px, Math.max(width - 2, 0)), row = Math.min((int) py, Math.max(height - 2, 0));
		final int right = width > 1 ? 1 : 0, below = height > 1 ? width : 0;
		final float fx = px - column, fy = py - row;
		for (int c = 0, i = row * width + column; c < channels; c++, i += width * height) {
			final float top = data[i] + fx * (data[i + right] - data[i]);
			final float bottom = data[i + below] + fx * (data[i + below + right] - data[i + below]);
			out[c] = top + fy * (bottom - top);
		}
	}
}
