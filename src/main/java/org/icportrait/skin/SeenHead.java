package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.generate.DrawnOut;
import org.icportrait.generate.MoreTrust;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * What a photograph shows of a head askance and a turn does not draw out: the crown of one that turns aside, the temples and ears of one that nods. Strands and skin
 * that are seen are better than any that could be generated: networks paint a plain cap, and dark patches at temples. Stateless.
 */
public final class SeenHead {

	/** Times as large as in the photograph, between which what a turn draws out comes to be trusted no more. */
	private static final float LITTLE = 1.4f, MUCH = 2.2f;
	/** Distances (dm) from where the photograph ends, between which its torn edge comes to count. */
	private static final float EDGE = 0.03f, INSIDE = 0.1f;
	/** Radius that smooths it, share of the frame's side. */
	private static final double SOFT = 0.008;

	private SeenHead() {}

	/**
	 * @param scalp where hair grows, 0..1, in the frame; null for nowhere
	 * @param nod how far the turn is one up or down, 0..1: one aside draws out what lies beside a face here and there
	 * @param drawnOut what {@link DrawnOut#of} says
	 */
	public static MoreTrust of(final Picture scalp, final float nod, final Picture drawnOut, final Condition condition, final Progress progress) {
		final int side = condition.frame().side();
		final double dm = condition.frame().dm();
		final Picture share = new Picture(side, side, 1);
		final boolean[] open = new boolean[side * side];
		for (int i = 0; i < open.length; i++) open[i] = condition.covered(i) == 0;
		final float[] inside = Distance.to(open, side, 1 + (int) Math.ceil(INSIDE * dm), progress);
		for (int i = 0; i < open.length; i++) {
			final float where = scalp == null ? nod : Math.max(nod, scalp.data()[i]);
			share.data()[i] = where * Smooth.step(MUCH, LITTLE, drawnOut.data()[i]) * Smooth.step(EDGE, INSIDE, (float) (inside[i] / dm));
		}
		return new MoreTrust(BoxBlur.twice(share, condition.frame().radius(SOFT), progress));
	}
}
