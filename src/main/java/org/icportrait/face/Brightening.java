package org.icportrait.face;

import java.util.Arrays;

import org.icportrait.image.Picture;

/**
 * Makes what is nearly black bright enough for the networks. Everything else is left as it is, bit by bit, and the step between the
 * two is continuous.
 *
 * @param gain by which linear light is multiplied, at least 1
 */
record Brightening(double gain) {

	/** Linear light of the bright pixels of a dim photograph, as the networks know them. */
	private static final float DIM = 0.1f;
	/** Nothing but noise is left below this. */
	private static final float BLACK = 0.0005f;
	/** Share of the pixels that may be brighter: less than the smallest face has. */
	private static final double BRIGHTEST = 0.002;

	/** What a picture needs. */
	static Brightening of(final Picture picture) {
		final float[] data = picture.data();
		final int most = (int) (BRIGHTEST * data.length);
		int brighter = 0;
		for (int i = 0; i < data.length && brighter <= most; i++) if (data[i] >= DIM) brighter++;
		if (brighter > most) return new Brightening(1);
		final float[] sorted = data.clone();
		Arrays.sort(sorted);
		return new Brightening(DIM / Math.max(sorted[data.length - 1 - most], BLACK));
	}

	/** Multiplies a picture, in place. */
	void apply(final Picture picture) {
		if (gain == 1) return;
		final float[] data = picture.data();
		for (int i = 0; i < data.length; i++) data[i] *= (float) gain;
	}
}
