package org.icportrait.strands;

import org.icportrait.generate.Condition;
import org.icportrait.generate.DrawnOut;
import org.icportrait.generate.MoreTrust;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Hair toward the top of a head, as a frontal photograph shows it: askance. So does a view turned aside, which draws nothing out there, so that strands that
 * are seen are better than any that could be generated: networks paint a plain cap. Stateless.
 */
public final class SeenCrown {

	/** Times as long as in the photograph, between which what a turn draws out comes to be no hair. */
	private static final float LITTLE = 1.4f, MUCH = 2.2f;
	/** Distances (dm) from where the photograph ends, between which its torn edge comes to count. */
	private static final float EDGE = 0.03f, INSIDE = 0.1f;
	/** Radius that smooths it, share of the frame's side. */
	private static final double SOFT = 0.008;

	private SeenCrown() {}

	/**
	 * @param scalp what {@link Scalp#of} says
	 * @param drawnOut what {@link DrawnOut#of} says
	 */
	public static MoreTrust of(final Picture scalp, final Picture drawnOut, final Condition condition, final Progress progress) {
		if (scalp == null) return MoreTrust.NONE;
		final int side = condition.frame().side();
		final double dm = condition.frame().dm();
		final Picture share = new Picture(side, side, 1);
		final boolean[] open = new boolean[side * side];
		for (int i = 0; i < open.length; i++) open[i] = condition.covered(i) == 0;
		final float[] inside = Distance.to(open, side, 1 + (int) Math.ceil(INSIDE * dm), progress);
		for (int i = 0; i < open.length; i++) share.data()[i] = scalp.data()[i] * Smooth.step(MUCH, LITTLE, drawnOut.data()[i]) * Smooth.step(EDGE, INSIDE, (float) (inside[i] / dm));
		return new MoreTrust(BoxBlur.twice(share, condition.frame().radius(SOFT), progress));
	}
}
