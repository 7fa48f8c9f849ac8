package org.icportrait.skin;

import org.icportrait.generate.Frame;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * What is fine of a photograph's skin, over the coarse colours of other skin: moles and pores stay where the photograph's colours do not. Immutable.
 *
 * @param coarse what is coarse of the geometric result where the photograph shows it, continued beyond; linear RGB over the frame
 * @param skin how much of what is about each place the photograph shows as skin, 0..1; one channel
 */
public record FineDetail(Picture coarse, Picture skin) {

	/** Radius of what is fine, share of the frame's side: a mole's, and not a beard's. */
	private static final double FINE = 0.014;
	/** Radius about a place in which skin is looked for, share of the frame's side, and shares of it between which detail is skin's: locks leave no outlines. */
	private static final double ABOUT = 0.03;
	private static final float FEW = 0.55f, MOST = 0.85f;
	/** A pixel is at most so many times as bright as its surroundings, and at least this share. */
	private static final float BRIGHTEST = 1.2f, DARKEST = 0.25f;
	private static final float BLACK = 1e-3f;
	/** How bright the photograph's surroundings are, as a share of what is laid there, between which it is the same thing: hair leaves no outline on skin. */
	private static final float OTHER = 0.5f, ALIKE = 0.8f;

	/** @param geometric the geometric result in the frame, linear RGB; not changed @param hidden what the photograph does not show @param skin what is skin of the rest */
	public static FineDetail of(final Picture geometric, final boolean[] hidden, final boolean[] skin, final Frame frame, final Progress progress) {
		final float[] known = new float[hidden.length];
		for (int i = 0; i < known.length; i++) known[i] = hidden[i] ? 0 : 1;
		final Picture coarse = PushPull.fill(geometric, known, progress), shares = PushPull.fill(Picture.ofMask(skin, frame.side()), known, progress);
		return new FineDetail(BoxBlur.twice(coarse, frame.radius(FINE), progress), BoxBlur.twice(shares, frame.radius(ABOUT), progress));
	}

	/** How surely what the photograph shows about a place of the frame is skin, whose detail counts, 0..1. @param u frame pixels, from the left @param v frame pixels, from the top */
	public float share(final double u, final double v) {
		return Smooth.step(FEW, MOST, skin.sample(u, v, 0));
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
	public float over(final float colour, final float own, final double u, final double v, final int c, final float share) {
		final float around = Math.max(BLACK, coarse.sample(u, v, c)), times = Math.min(BRIGHTEST, Math.max(DARKEST, own / around));
		final float alike = Smooth.step(OTHER, ALIKE, around / Math.max(BLACK, colour)) * share(u, v);
		return colour * (1 + share * alike * (times - 1));
	}
}
