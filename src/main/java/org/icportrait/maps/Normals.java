package org.icportrait.maps;

import org.icportrait.image.Picture;

/** What means of unit vectors become. Stateless. */
public final class Normals {

	/** A mean shorter than this tells no direction. */
	private static final float NONE = 1e-6f;

	private Normals() {}

	/** Brings vectors to length one, in place; straight ahead where there is none. @param normals three channels */
	public static void toUnit(final Picture normals) {
		toUnit(normals, 0, normals.planeSize());
	}

	/** The same of pixels {@code from} to {@code to} - 1. */
	public static void toUnit(final Picture normals, final int from, final int to) {
		final int n = normals.planeSize();
		final float[] d = normals.data();
		for (int i = from; i < to; i++) {
			final float length = (float) Math.sqrt(d[i] * d[i] + d[n + i] * d[n + i] + d[2 * n + i] * d[2 * n + i]);
			if (length < NONE) d[2 * n + i] = 1;
			else for (int c = 0; c < 3; c++) d[c * n + i] /= length;
		}
	}
}
