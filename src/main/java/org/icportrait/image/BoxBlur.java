package org.icportrait.image;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Means over squares of (2 radius + 1) pixels, smaller at the border; running sums, so the radius costs nothing. */
public final class BoxBlur {

	/** Columns that are summed together, row by row. */
	private static final int STRIP = 128;

	private BoxBlur() {}

	/** A radius that is a share of a picture's side, or so many dm of pixels each, in whole pixels: the nearest, 1 at least. */
	public static int radius(final double share, final double side) {
		return Math.max(1, (int) Math.round(share * side));
	}

	/** A new picture, each channel by itself; {@code progress} is asked whether to go on. */
	public static Picture blur(final Picture source, final int radius, final Progress progress) {
		final int w = source.width(), h = source.height();
		final Picture out = new Picture(w, h, source.channels());
		Workers.rows(h * source.channels(), progress, line -> row(source.data(), out.data(), line * w, w, radius));
		final int strips = (w + STRIP - 1) / STRIP;
		Workers.parts(strips * source.channels(), progress, part -> strip(out, part / strips, part % strips * STRIP, radius));
		return out;
	}

	/** Means of the means: weights that fall in a straight line to 0 at 2 radius + 1 pixels, and so no corners of the square. */
	public static Picture twice(final Picture source, final int radius, final Progress progress) {
		return blur(blur(source, radius, progress), radius, progress);
	}

	private static void row(final float[] in, final float[] out, final int start, final int length, final int radius) {
		double sum = 0;
		final int full = Math.max(0, length - radius);
		for (int i = 0; i < Math.min(radius, length); i++) sum += in[start + i];
		for (int i = 0; i < Math.min(radius + 1, length); i++) {
			if (i < full) sum += in[start + i + radius];
			out[start + i] = (float) (sum / (Math.min(i + radius, length - 1) + 1));
		}
		final double share = 1.0 / (2 * radius + 1);
		for (int i = start + radius + 1; i < start + full; i++) {
			sum += in[i + radius] - in[i - radius - 1];
			out[i] = (float) (sum * share);
		}
		for (int i = Math.max(full, radius + 1); i < length; i++) {
			sum -= in[start + i - radius - 1];
			out[start + i] = (float) (sum / (length - i + radius));
		}
	}

	/** In place; {@code before} keeps, in turn, the rows that are written over but still have to leave the sums. */
	private static void strip(final Picture picture, final int channel, final int left, final int radius) {
		final int w = picture.width(), h = picture.height(), columns = Math.min(STRIP, w - left), start = channel * picture.planeSize() + left;
		final int kept = Math.min(radius, h) + 1;
		final float[] data = picture.data(), before = new float[kept * columns];
		final double[] sums = new double[columns];
		for (int y = 0; y < Math.min(radius, h); y++) add(data, start + y * w, sums);
		for (int y = 0; y < h; y++) {
			if (y + radius < h) add(data, start + (y + radius) * w, sums);
			final double share = 1.0 / (Math.min(y + radius, h - 1) - Math.max(y - radius, 0) + 1);
			for (int x = 0, to = start + y * w, old = y % kept * columns; x < columns; x++, to++, old++) {
				sums[x] -= before[old];
				before[old] = data[to];
				data[to] = (float) (sums[x] * share);
			}
		}
	}

	private static void add(final float[] in, final int start, final double[] sums) {
		for (int x = 0; x < sums.length; x++) sums[x] += in[start + x];
	}
}
