package org.icportrait.hair;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * How closely strands of hair that hangs lie together: those of a tail hide what is behind them, of single curls a photograph shows mostly what is between. Turned, both are
 * strands with gaps. Stateless.
 */
final class StrandDensity {

	/** Radius that a density is a mean over, dm: a curl is narrower, and a tail as wide. */
	private static final double ABOUT = 0.07;
	/** Shares of hair between which strands come to lie close. */
	private static final float LOOSE = 0.35f, DENSE = 0.6f;

	private StrandDensity() {}

	/** With a second channel: so much of each cell as lies close. @param shares of hair that hangs, of cells, 0..1; one channel @param dm cells */
	static Picture with(final Picture shares, final double dm, final Progress progress) {
		final int n = shares.planeSize();
		final float[] about = BoxBlur.blur(shares, Math.max(1, (int) Math.round(ABOUT * dm)), progress).data();
		final Picture out = new Picture(shares.width(), shares.height(), 2);
		for (int i = 0; i < n; i++) {
			out.data()[i] = shares.data()[i];
			out.data()[n + i] = shares.data()[i] * Smooth.step(LOOSE, DENSE, about[i]);
		}
		return out;
	}
}
