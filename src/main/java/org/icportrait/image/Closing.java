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
		return negated(most(negated(most(source, near, radius, progress), progress), near, radius, progress), progress);
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

	/** In place. */
	private static Picture negated(final Picture picture, final Progress progress) {
		final int w = picture.width();
		Workers.rows(picture.height(), progress, y -> {
			for (int i = y * w; i < (y + 1) * w; i++) picture.data()[i] = -picture.data()[i];
		});
		return picture;
	}

	/** The most of each disc; beyond the border nothing counts. @param near where pixels are looked at; others have none but their like around them */
	private static Picture most(final Picture source, final boolean[] near, final int radius, final Progress progress) {
		final int w = source.width();
		final int[] half = halfWidths(radius);
		final Picture out = source.copy();
		Workers.bands(source.height(), progress, (top, bottom) -> {
			final float[] most = new float[w], line = new float[w + 2 * half[radius]];
			for (int y = top; y < bottom; y++) for (int from = 0, to; from < w; from = to) {
				for (to = from; to < w && near[y * w + to] == near[y * w + from]; to++) {}
				if (!near[y * w + from]) continue;
				most(source, y, from, to, half, most, line);
				System.arraycopy(most, from, out.data(), y * w + from, to - from);
			}
		});
		return out;
	}

	/** Of pixels of one row. @param from the first @param to one after the last @param most taken @param line any values */
	private static void most(final Picture source, final int y, final int from, final int to, final int[] half, final float[] most, final float[] line) {
		final int radius = half.length / 2, bottom = Math.min(source.height() - 1, y + radius);
		Arrays.fill(most, from, to, -Float.MAX_VALUE);
		for (int j = Math.max(0, y - radius); j <= bottom; j++) {
			final int aside = half[j - y + radius], reach = doubled(source, j, from - aside, to + aside, 2 * aside + 1, line), rest = 2 * aside + 1 - reach;
			for (int x = from; x < to; x++) most[x] = Math.max(most[x], Math.max(line[x - from], line[x - from + rest]));
		}
	}

	/** Makes each value of a line the most of those from it on: of twice as many again and again, as long as those are no more than are wanted. @return of how many */
	private static int doubled(final Picture source, final int y, final int from, final int to, final int wanted, final float[] line) {
		final int w = source.width(), count = to - from, left = Math.max(0, from), right = Math.min(w, to);
		Arrays.fill(line, 0, left - from, -Float.MAX_VALUE);
		System.arraycopy(source.data(), y * w + left, line, left - from, right - left);
		Arrays.fill(line, right - from, count, -Float.MAX_VALUE);
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
