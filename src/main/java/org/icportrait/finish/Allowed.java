package org.icportrait.finish;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/** Where a picture may change: nowhere outside of a mask, and within it more and more from its border on, so that no seam follows it. */
public final class Allowed {

	/** Width of half the border, share of the frame's. */
	private static final double BORDER = 0.006;

	private Allowed() {}

	/**
	 * A new picture of the mask's size: 0 where the mask is 0, next to nothing beside that, the mask itself farther in.
	 *
	 * @param mask one channel, 0..1
	 * @param frame pixels that the frame is wide
	 */
	public static Picture within(final Picture mask, final double frame, final Progress progress) {
		final int radius = Math.max(2, (int) Math.round(BORDER * frame));
		final boolean[] outside = new boolean[mask.planeSize()];
		for (int i = 0; i < outside.length; i++) outside[i] = !(mask.data()[i] > 0);
		final boolean[] near = Dilation.grow(outside, mask.width(), radius, progress);
		final Picture inside = new Picture(mask.width(), mask.height(), 1);
		for (int i = 0; i < near.length; i++) inside.data()[i] = near[i] ? 0 : 1;
		final Picture out = BoxBlur.blur(inside, radius, progress);
		for (int i = 0; i < near.length; i++) out.data()[i] = outside[i] ? 0 : Smooth.step(0, 1, out.data()[i]) * Math.min(1, mask.data()[i]);
		return out;
	}
}
