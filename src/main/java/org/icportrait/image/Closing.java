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

	/** @param near where pixels are looked at; others have none but their like around them @param sign 1 for the most of each disc, -1 for the least; beyond the border nothing counts */
	private static Picture most(final Picture source, final boolean[] near, final int radius, final int sign, final Progress progress) {
		final int w = source.width();
		final int[] half = halfWidths(radius);
		final Picture out = source.copy();
		Workers.bands(source.height(), progress, (top, bottom) -> {
			final float[] most = new float[w], line = new float[w + 2 * half[radius]];
			for (int y = top; y < bottom; y++) for (int from = 0, to; from < w; from = to) {
				for (to = from; to < w && near[y * w + to] == near[y * w + from]; to++) {}
				if (!near[y * w + from]) continue;
				most(source, y, from, to, half, sign, most, line);
				for (int x = from; x < to; x++) out.data()[y * w + x] = sign * most[x];
			}
		});
		return out;
	}

	/** Of pixels of one row. @param from the first @param to one after the last @param most taken @param line any values */
	private static void most(final Picture source, final int y, final int from, final int to, final int[] half, final int sign, final float[] most, final float[] line) {
		final int radius = half.length / 2, bottom = Math.min(source.height() - 1, y + radius);
		Arrays.fill(most, from, to, -Float.MAX_VALUE);
		for (int j = Math.max(0, y - radius); j <= bottom; j++) {
			final int aside = half[j - y + radius], reach = doubled(source, j, from - aside, to + aside, 2 * aside + 1, sign, line), rest = 2 * aside + 1 - reach;
			for (int x = from; x < to; x++) most[x] = Math.max(most[x], Math.max(line[x - from], line[x - from + rest]));
		}
	}

	/** Makes each value of a line the most of those from it on: of twice as many again and again, as long as those are no more than are wanted. @return of how many */
	private static int doubled(final Picture source, final int y, final int from, final int to, final int wanted, final int sign, final float[] line) {
		final int w = source.width(), count = to - from;
		for (int i = 0; i < count; i++) {
			final int x = from + i;
			line[i] = x < 0 || x >= w ? -Float.MAX_VALUE : sign * source.data()[y * w + x];
		}
		int reach = 1;
		for (; 2 * reach <= wanted; reach *= 2) for (int i = 0; i + reach < count; i++) line[i] = Math.max(line[i], line[i + reach]);
		return reach;
	}

	/** Of a disc's rows, from the highest to the lowest. */
	private static int[] halfWidths(final int radius) {
		final int[] out = new int[2 * radius + 1];
		// Half a pixel more: a disc of 1 is a cross, of 2 a square without its corners.
		Arrays.setAll(out, j -> (int) Math.sqrt((radius + 0.5) * (radius + 0.5) - (j - radius) * (j - radius)));
		return out;
	}
}
