package org.icportrait.generate;

import java.nio.FloatBuffer;

/**
 * Noise by counter: any part of a stream stands alone, and the same seed gives the same noise on every machine and thread. Philox 4x32 with
 * 10 rounds (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011). Integers equal those of the recipe's
 * {@code icportrait.generate.noise} to the bit, normal numbers to one unit in the last place. Immutable.
 *
 * @param seed the key
 * @param stream independent noise of the same seed: one for each variant
 */
public record Philox(long seed, long stream) {

	private static final int ROUNDS = 10;
	private static final long FIRST_MULTIPLIER = 0xD2511F53L, SECOND_MULTIPLIER = 0xCD9E8D57L;
	private static final int FIRST_WEYL = 0x9E3779B9, SECOND_WEYL = 0xBB67AE85;
	private static final long LOW = 0xFFFFFFFFL;
	private static final double UNIT = 0x1p-32;

	/** Four integers of the stream's block number {@code block}, into {@code out}. */
	public void integers(final long block, final int[] out) {
		int c0 = (int) block, c1 = (int) (block >>> 32), c2 = (int) stream, c3 = (int) (stream >>> 32);
		int k0 = (int) seed, k1 = (int) (seed >>> 32);
		for (int round = 0; round < ROUNDS; round++) {
			final long one = (c0 & LOW) * FIRST_MULTIPLIER, two = (c2 & LOW) * SECOND_MULTIPLIER;
			c0 = (int) (two >>> 32) ^ c1 ^ k0;
			c1 = (int) two;
			c2 = (int) (one >>> 32) ^ c3 ^ k1;
			c3 = (int) one;
			k0 += FIRST_WEYL;
			k1 += SECOND_WEYL;
		}
		out[0] = c0;
		out[1] = c1;
		out[2] = c2;
		out[3] = c3;
	}

	/** Fills the rest of a buffer with standard normal numbers, from the begin of the stream (Box and Muller); its position stays. */
	public void normals(final FloatBuffer out) {
		final int[] block = new int[4];
		final int first = out.position(), count = out.remaining();
		for (int i = 0; i < count; i += 2) {
			if (i % 4 == 0) integers(i / 4, block);
			final int half = i % 4;
			final double radius = Math.sqrt(-2 * StrictMath.log(uniform(block[half]))), angle = 2 * Math.PI * uniform(block[half + 1]);
			out.put(first + i, (float) (radius * StrictMath.cos(angle)));
			if (i + 1 < count) out.put(first + i + 1, (float) (radius * StrictMath.sin(angle)));
		}
	}

	/** Between 0 and 1, never either. */
	private static double uniform(final int integer) {
		return ((integer & LOW) + 0.5) * UNIT;
	}
}
