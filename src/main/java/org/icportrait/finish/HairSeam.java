package org.icportrait.finish;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Where hair that was generated goes on from hair that the photograph shows: from one pixel of the networks to the next, a border would be a flight of stairs, most where
 * one gleams and the other does not. Hair has no border there, so one passes into the other. Stateless.
 */
final class HairSeam {

	/** Its width, share of the frame's side. */
	private static final double WIDTH = 0.02;

	private HairSeam() {}

	/**
	 * How far the photograph's own pixels count, less and less toward where they do not at all, as far as hair grows there; a new picture, the same one where none grows.
	 *
	 * @param trusted 0..1, in the frame; not changed
	 * @param scalp what {@link org.icportrait.strands.Scalp#of} says
	 */
	static Picture soften(final Picture trusted, final Picture scalp, final Progress progress) {
		if (scalp == null) return trusted;
		final boolean[] none = new boolean[trusted.planeSize()];
		for (int i = 0; i < none.length; i++) none[i] = trusted.data()[i] <= 0;
		final int side = trusted.width(), width = BoxBlur.radius(WIDTH, side);
		final float[] away = Distance.to(none, side, 1 + width, progress);
		final Picture out = trusted.copy();
		for (int i = 0; i < none.length; i++) out.data()[i] *= 1 - scalp.data()[i] * (1 - Smooth.step(0, 1 + width, away[i]));
		return out;
	}
}
