package org.icportrait.raster;

import java.util.Arrays;

import org.icportrait.geometry.Area;

/** Sorts triangles into the bands of rows in which they are drawn. */
final class BandTriangles {

	private BandTriangles() {}

	/**
	 * @param triangles three vertices each
	 * @param y of the vertices, picture pixels
	 * @return for each band where the triangles that touch it begin in {@code triangles}, in their order
	 */
	static int[][] of(final int[] triangles, final float[] y, final Area area) {
		final int bands = (area.height() + Rasteriser.BAND - 1) / Rasteriser.BAND;
		final short[] firsts = new short[triangles.length / 3], lasts = new short[firsts.length];
		final int[] counts = new int[bands];
		for (int t = 0; t < firsts.length; t++) {
			final float a = y[triangles[3 * t]], b = y[triangles[3 * t + 1]], c = y[triangles[3 * t + 2]];
			firsts[t] = (short) Math.max(0, Math.min(bands, (int) (Math.min(a, Math.min(b, c)) - area.y() - 1) / Rasteriser.BAND));
			lasts[t] = (short) Math.max(-1, Math.min(bands - 1, (int) (Math.max(a, Math.max(b, c)) - area.y() + 1) / Rasteriser.BAND));
			for (int band = firsts[t]; band <= lasts[t]; band++) counts[band]++;
		}
		final int[][] out = new int[bands][];
		for (int band = 0; band < bands; band++) out[band] = new int[counts[band]];
		Arrays.fill(counts, 0);
		for (int t = 0; t < firsts.length; t++) for (int band = firsts[t]; band <= lasts[t]; band++) out[band][counts[band]++] = 3 * t;
		return out;
	}
}
