package org.icportrait.finish;

import java.nio.FloatBuffer;

import org.icportrait.generate.Condition;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/**
 * By how much what was generated is brighter than what geometry made, without detail: a factor, as light is one, so that neither a bright veil
 * nor the dark beside it leaves a halo in the other. Stateless.
 */
final class CoarseGain {

	/** Radius of what counts as coarse, share of the frame's side. */
	private static final double COARSE = 0.012;
	/** Light below which a ratio says nothing, and the most that it can be. */
	private static final float DARK = 0.004f, MOST = 3;

	private CoarseGain() {}

	/** @param generated linear RGB, in the frame; only what a photograph covers counts @return a factor for each channel; 1 where nothing does */
	static Picture of(final Picture generated, final Condition condition, final Progress progress) {
		final int side = condition.frame().side(), n = side * side;
		final FloatBuffer start = condition.start().buffer();
		final Picture sums = new Picture(side, side, 7);
		for (int i = 0; i < n; i++) {
			final float covered = condition.covered(i);
			for (int c = 0; c < 3; c++) {
				sums.data()[c * n + i] = covered * generated.data()[c * n + i];
				sums.data()[(3 + c) * n + i] = covered * Condition.linear(start.get(c * n + i));
			}
			sums.data()[6 * n + i] = covered;
		}
		final float[] mean = BoxBlur.blur(sums, condition.frame().radius(COARSE), progress).data();
		final Picture gain = new Picture(side, side, 3);
		for (int i = 0; i < 3 * n; i++) {
			final float none = DARK * mean[6 * n + i % n] + 1e-6f;
			gain.data()[i] = Math.max(1 / MOST, Math.min(MOST, (mean[i] + none) / (mean[3 * n + i] + none)));
		}
		return gain;
	}
}
