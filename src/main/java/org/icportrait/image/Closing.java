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
		final boolean[] near = Dilation.grow(edges(source), source.width(), 2 * radius, progress);
		return most(most(source, near, radius, 1, progress), near, radius, -1, progress);
	}

	/** Pixels that differ from the next one of their row or column. */
	private static boolean[] edges(final Picture source) {
		final int w = source.width(), n = source.planeSize();
		final float[] d = source.data();
		final boolean[] out = new boolean[n];
		for (int i = 0; i < n; i++) out[i] = i % w + 1 < w && d[i] != d[i + 1] || i + w < n && d[i] != d[i + w];
		return out;
	}

	/** @param near where pixels are looked at; others have none but their like around them @param sign 1 for the most of each disc, -1 for the least; beyond the border nothing counts */
	private static Picture most(final Picture source, final boolean[] near, final int radius, final int sign, final Progress progress) {
		final int w = source.width(), h = source.height();
		final int[] half = halfWidths(radius);
		final Picture out = source.copy();
		Workers.rows(h, progress, y -> {
			for (int x = 0; x < w; x++) if (near[y * w + x]) out.data()[y * w + x] = most(source, x, y, half, sign);
		});
		return out;
	}

	private static float most(final Picture source, final int x, final int y, final int[] half, final int sign) {
		final int w = source.width(), radius = half.length / 2;
		float most = -Float.MAX_VALUE;
		for (int j = Math.max(0, y - radius); j <= Math.min(source.height() - 1, y + radius); j++) {
			final int aside = half[j - y + radius], end = j * w + Math.min(w - 1, x + aside);
			for (int i = j * w + Math.max(0, x - aside); i <= end; i++) most = Math.max(most, sign * source.data()[i]);
		}
		return sign * most;
	}

	/** Of a disc's rows, from the highest to the lowest. */
	private static int[] halfWidths(final int radius) {
		final int[] out = new int[2 * radius + 1];
		// Half a pixel more: a disc of 1 is a cross, of 2 a square without its corners.
		Arrays.setAll(out, j -> (int) Math.sqrt((radius + 0.5) * (radius + 0.5) - (j - radius) * (j - radius)));
		return out;
	}
}
