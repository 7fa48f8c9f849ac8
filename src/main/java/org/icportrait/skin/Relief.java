package org.icportrait.skin;

import org.icportrait.image.Picture;

/** Normals of a surface that is known by its depths, and the soft light from above that is taken where none is told. Stateless. */
final class Relief {

	/** Where light mostly comes from, camera axes, unit; how much comes from all around. */
	static final float UP = 0.5f, TOWARDS = 0.866f, AROUND = 0.45f;
	/** How bright what faces the viewer is. */
	static final float FACING = AROUND + (1 - AROUND) * TOWARDS;

	private Relief() {}

	/** Writes the unit normal at a place of a surface, camera axes. @param depth dm, towards the viewer @param dm pixels of one */
	static void normal(final Picture depth, final int i, final double dm, final double[] out) {
		final int side = depth.width(), column = i % side, row = i / side;
		final float[] z = depth.data();
		final double across = dm * (z[column < side - 1 ? i + 1 : i] - z[column > 0 ? i - 1 : i]) / 2, up = dm * (z[row > 0 ? i - side : i] - z[row < side - 1 ? i + side : i]) / 2;
		final double length = Math.sqrt(1 + across * across + up * up);
		out[0] = -across / length;
		out[1] = -up / length;
		out[2] = 1 / length;
	}
}
