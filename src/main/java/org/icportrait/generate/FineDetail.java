package org.icportrait.generate;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * What is fine of a photograph, over the coarse colours of something else: moles, pores and stubble stay where the photograph's colours do not.
 * Immutable.
 *
 * @param coarse what is coarse of the geometric result where the photograph shows it, continued beyond; linear RGB over the frame
 */
record FineDetail(Picture coarse) {

	/** Radius of what is fine, share of the frame's side: a mole's, and not a beard's. */
	private static final double FINE = 0.014;
	/** A pixel is at most so many times as bright as its surroundings, and at least this share. */
	private static final float BRIGHTEST = 1.5f, DARKEST = 0.25f;
	private static final float BLACK = 1e-3f;
	/** How bright the photograph's surroundings are, as a share of what is laid there, between which it is the same thing: hair leaves no outline on skin. */
	private static final float OTHER = 0.5f, ALIKE = 0.8f;

	/** @param geometric the geometric result in the frame, linear RGB; not changed */
	static FineDetail of(final Picture geometric, final Condition condition, final Progress progress) {
		final boolean[] hidden = Flecks.hidden(condition);
		final float[] known = new float[hidden.length];
		for (int i = 0; i < known.length; i++) known[i] = hidden[i] ? 0 : 1;
		return new FineDetail(BoxBlur.twice(PushPull.fill(geometric, known, progress), Outline.radius(FINE, condition.frame()), progress));
	}

	/**
	 * A colour with the photograph's detail.
	 *
	 * @param colour linear, as it is laid there
	 * @param own the photograph's pixel, linear
	 * @param u frame pixels, from the left
	 * @param v frame pixels, from the top
	 * @param c channel
	 * @param share 0..1
	 */
	float over(final float colour, final float own, final double u, final double v, final int c, final float share) {
		final float around = Math.max(BLACK, coarse.sample(u, v, c)), times = Math.min(BRIGHTEST, Math.max(DARKEST, own / around));
		return colour * (1 + share * Smooth.step(OTHER, ALIKE, around / Math.max(BLACK, colour)) * (times - 1));
	}
}
