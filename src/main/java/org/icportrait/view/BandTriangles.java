package org.icportrait.view;

import java.util.Arrays;

import org.icportrait.geometry.Area;

/** Sorts triangles into bands of rows. */
final class BandTriangles {

	private BandTriangles() {}

	/**
	 * @param triangles three vertices each
	 * @param y of the vertices, picture pixels
	 * @param height of a band, rows
	 * @return for each band where the triangles that touch it begin in {@code triangles}, in their order
	 */
	static int[][] of(final int[] triangles, final float[] y, final Area area, final int height) {
		final int bands = (area.height() + height - 1) / height;
		final int[] counts = new int[bands];
		final int[][] out = new int[bands][];
		for (int pass = 0; pass < 2; pass++) {
			for (int t = 0; t < triangles.length; t += 3) {
				final float a = y[triangles[t]], b = y[triangles[t + 1]], c = y[triangles[t + 2]];
				final int first = Math.max(0, (int) (Math.min(a, Math.min(b, c)) - area.y() - 1) / height);
				final int last = Math.min(bands - 1, (int) (Math.max(a, Math.max(b, c)) - area.y() + 1) / height);
				for (int band = first; band <= last; band++) {
					if (pass == 1) out[band][counts[band]] = t;
					counts[band]++;
				}
			}
			if (pass == 0) for (int band = 0; band < bands; band++) out[band] = new int[counts[band]];
			Arrays.fill(counts, 0);
		}
		return out;
	}
}
