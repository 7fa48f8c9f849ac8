package org.icportrait.image;

import org.icportrait.work.Progress;

/** Masks with rounded corners. Stateless. */
public final class RoundedMask {

	/** Where a smoothed mask has its rounded border. */
	private static final float ROUNDED = 0.35f;

	private RoundedMask() {}

	/** A mask's shares 0..1, one channel, its corners rounded by about {@code radius} pixels (1 at least). @param side width of the mask, pixels */
	public static Picture of(final boolean[] mask, final int side, final int radius, final Progress progress) {
		final Picture rounded = BoxBlur.twice(Picture.ofMask(mask, side), Math.max(1, radius), progress);
		for (int i = 0; i < rounded.data().length; i++) rounded.data()[i] = Smooth.step(ROUNDED, 1 - ROUNDED, rounded.data()[i]);
		return rounded;
	}
}
