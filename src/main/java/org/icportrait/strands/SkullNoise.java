package org.icportrait.strands;

import java.nio.FloatBuffer;

import org.icportrait.generate.Philox;

/** Smooth noise of about deviation 1 over the places of a head: it turns with the head. Depends on the seed alone. Immutable. */
final class SkullNoise {

	/** Points of the lattice along an axis; a power of two, after which the noise comes again. */
	private static final int SIDE = 16;
	/** Apart from variants, grain and the lines of strands. */
	private static final long STREAM = Long.MIN_VALUE / 2;
	/** Deviation of the middle of eight, brought to 1 again. */
	private static final float EVEN = 1.56f;

	private final float[] lattice = new float[SIDE * SIDE * SIDE];

	SkullNoise(final long seed) {
		new Philox(seed, STREAM).normals(FloatBuffer.wrap(lattice));
	}

	/** @param wave distance (dm) of the lattice's points; x, y and z likewise */
	float at(final double x, final double y, final double z, final double wave) {
		final double u = x / wave, v = y / wave, w = z / wave;
		final int i = (int) Math.floor(u), j = (int) Math.floor(v), k = (int) Math.floor(w);
		final float a = ease(u - i), b = ease(v - j), c = ease(w - k);
		return EVEN * mixed(c, plane(i, j, k, a, b), plane(i, j, k + 1, a, b));
	}

	private float plane(final int i, final int j, final int k, final float a, final float b) {
		return mixed(b, mixed(a, point(i, j, k), point(i + 1, j, k)), mixed(a, point(i, j + 1, k), point(i + 1, j + 1, k)));
	}

	private float point(final int i, final int j, final int k) {
		return lattice[((i & SIDE - 1) * SIDE + (j & SIDE - 1)) * SIDE + (k & SIDE - 1)];
	}

	private static float mixed(final float share, final float from, final float to) {
		return from + share * (to - from);
	}

	private static float ease(final double t) {
		return (float) (t * t * (3 - 2 * t));
	}
}
