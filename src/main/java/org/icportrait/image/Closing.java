package org.icportrait.image;

import java.util.Arrays;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Grey closing: what is darker than all around it, and narrow, becomes as bright as that; edges stay where they are. Stateless. */
public final class Closing {

	private Closing() {}

	/**
	 * By a disc.
	 *
	 * @param source one channel; not changed
	 * @param radius pixels, 0 or more; what is no wider than 2 radius is closed
	 * @return a new picture, nowhere below the source
	 */
	public static Picture of(final Picture source, final int radius, final Progress progress) {
		final boolean[] near = Dilation.grow(edges(source, progress), source.width(), 2 * radius, progress);
		// The least is the most with the sign changed.
		return most(most(source, near, radius, 1, progress), near, radius, -1, progress);
	}

	/** Pixels that differ from the next one of their row or column. */
	private static boolean[] edges(final Picture source, final Progress progress) {
		final int w = source.width(), n = source.planeSize();
		final float[] d = source.data();
		final boolean[] out = new boolean[n];
		Workers.rows(source.height(), progress, y -> {
			for (int x = 0, i = y * w; x < w; x++, i++) out[i] = x + 1 < w && d[i] != d[i + 1] || i + w < n && d[i] != d[i + w];
		});
		return out;
	}

	/**
	 * The most of each disc; beyond the border nothing counts.
	 *
	 * @param near where pixels are looked at; others have none but their like around them
	 * @param sign -1 for the least
	 */
	private static Picture most(final Picture source, final boolean[] near, final int radius, final float sign, final Progress progress) {
		final int w = source.width();
		final int[] half = halfWidths(radius);
		final Picture out = source.copy();
		Workers.bands(source.height(), progress, (top, bottom) -> {
			final float[] most = new float[w + 2 * half[radius]];
			for (int y = top; y < bottom; y++) for (int from = 0, to; from < w; from = to) {
				for (to = from; to < w && near[y * w + to] == near[y * w + from]; to++) {}
				if (!near[y * w + from]) continue;
				most(source, y, from, to, half, sign, most);
				for (int x = from; x < to; x++) out.data()[y * w + x] = sign * most[x - from];
			}
		});
		return out;
	}

	/**
	 * Of pixels of one row: from its middle row outwards a disc is ever narrower, and what the rows so far say is spread by that alone.
	 *
	 * @param from the first
	 * @param to one after the last
	 * @param most any values; takes those, from index 0 on
	 */
	private static void most(final Picture source, final int y, final int from, final int to, final int[] half, final float sign, final float[] most) {
		final int radius = half.length / 2;
		Arrays.fill(most, 0, to - from + 2 * half[radius], -Float.MAX_VALUE);
		for (int away = 0, wide = half[radius]; away <= radius; away++) {
			for (; wide > half[radius + away]; wide--) spread(most, to - from + 2 * wide);
			add(source, y - away, from - wide, to + wide, sign, most);
			if (away > 0) add(source, y + away, from - wide, to + wide, sign, most);
		}
		for (int wide = half[0]; wide > 0; wide--) spread(most, to - from + 2 * wide);
	}

	/** Makes each value of a line the most of three from it on. @param count of the line's, of which two fewer are left */
	private static void spread(final float[] line, final int count) {
		for (int i = 0; i < count - 2; i++) line[i] = Math.max(line[i], Math.max(line[i + 1], line[i + 2]));
	}

	/** Makes values those of a row of the picture where these are more. @param from column of the first value, which may lie beyond the border */
	private static void add(final Picture source, final int row, final int from, final int to, final float sign, final float[] most) {
		if (row < 0 || row >= source.height()) return;
		final float[] d = source.data();
		final int start = row * source.width() + from, right = Math.min(source.width(), to) - from;
		for (int i = Math.max(0, -from); i < right; i++) most[i] = Math.max(most[i], sign * d[start + i]);
	}

	/** Of a disc's rows, from the highest to the lowest. */
	private static int[] halfWidths(final int radius) {
		final int[] out = new int[2 * radius + 1];
		// Half a pixel more: a disc of 1 is a cross, of 2 a square without its corners.
		Arrays.setAll(out, j -> (int) Math.sqrt((radius + 0.5) * (radius + 0.5) - (j - radius) * (j - radius)));
		return out;
	}
}
