package org.icportrait.image;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Means over squares of (2 radius + 1) pixels, smaller at the border; running sums, so the radius costs nothing. */
public final class BoxBlur {

	/** Columns that are summed together, row by row. */
	private static final int STRIP = 64;

	private BoxBlur() {}

	/** A new picture, each channel by itself. */
	public static Picture blur(final Picture source, final int radius) {
		return blur(source, radius, Progress.NONE);
	}

	/** The same; {@code progress} is asked whether to go on. */
	public static Picture blur(final Picture source, final int radius, final Progress progress) {
		final int w = source.width(), h = source.height();
		final Picture rows = new Picture(w, h, source.channels());
		final Picture out = new Picture(w, h, source.channels());
		Workers.rows(h * source.channels(), progress, line -> row(source.data(), rows.data(), line * w, w, radius));
		final int strips = (w + STRIP - 1) / STRIP;
		Workers.parts(strips * source.channels(), progress, part -> strip(rows, out, part / strips, part % strips * STRIP, radius));
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

	private static void strip(final Picture in, final Picture out, final int channel, final int left, final int radius) {
		final int w = in.width(), h = in.height(), columns = Math.min(STRIP, w - left), start = channel * in.planeSize() + left;
		final double[] sums = new double[columns];
		for (int y = 0; y < Math.min(radius, h); y++) add(sums, 1, in.data(), start + y * w);
		for (int y = 0; y < h; y++) {
			if (y + radius < h) add(sums, 1, in.data(), start + (y + radius) * w);
			if (y - radius - 1 >= 0) add(sums, -1, in.data(), start + (y - radius - 1) * w);
			final double share = 1.0 / (Math.min(y + radius, h - 1) - Math.max(y - radius, 0) + 1);
			for (int x = 0; x < columns; x++) out.data()[start + y * w + x] = (float) (sums[x] * share);
		}
	}

	private static void add(final double[] sums, final double sign, final float[] in, final int start) {
		for (int x = 0; x < sums.length; x++) sums[x] += sign * in[start + x];
	}
}
