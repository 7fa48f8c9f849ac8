package org.icportrait.maps;

import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

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
		final boolean[] somebody = new boolean[matte.planeSize()];
		for (int i = 0; i < somebody.length; i++) somebody[i] = matte.data()[i] >= SOMEBODY;
		final boolean[] near = Dilation.grow(somebody, matte.width(), Math.max(2, (int) (FAR * matte.width())), progress);
		for (int i = 0; i < near.length; i++) if (!near[i]) matte.data()[i] *= Smooth.step(FAINT, SOME, matte.data()[i]);
	}
}
