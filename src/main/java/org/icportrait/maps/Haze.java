package org.icportrait.maps;

import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Faint mattes far from anyone: networks are a little unsure of grounds as dark as clothes. Such a haze takes the colours of the person nearest to it and turns with them, a grey cloud
 * before a black ground. Stateless.
 */
final class Haze {

	/** Mattes between which something is no haze, from which on somebody is there, and how far from those it begins, share of the width. */
	private static final float FAINT = 0.15f, SOME = 0.35f, SOMEBODY = 0.5f;
	private static final double FAR = 0.05;

	private Haze() {}

	/** Takes it out of a matte, in place. */
	static void remove(final Picture matte, final Progress progress) {
		final int w = matte.width();
		final float[] shares = matte.data();
		// At least so much: above the next number below it.
		final boolean[] near = Dilation.grow(matte.above(Math.nextDown(SOMEBODY)), w, Math.max(2, (int) (FAR * w)), progress);
		Workers.rows(matte.height(), progress, y -> {
			for (int i = y * w; i < (y + 1) * w; i++) if (!near[i] && shares[i] > 0) shares[i] *= Smooth.step(FAINT, SOME, shares[i]);
		});
	}
}
