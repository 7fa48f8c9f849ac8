package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.generate.DrawnOut;
import org.icportrait.generate.MoreTrust;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Shoulders, collars and what else of a body hardly moves below a head that turns. A photograph shows their upper edges askance, and so does the wanted view: its
 * folds and seams are there, where networks paint plain cloth. Stateless.
 */
public final class SeenBody {

	/** Canonical heights (dm) between which a neck becomes a body. */
	private static final float NECK = -0.9f, BODY = -1.15f;
	/** Times as large as in the photograph, between which what a turn draws out comes to be trusted no more. */
	private static final float LITTLE = 2.2f, MUCH = 3.5f;
	/** Radius that smooths it, share of the frame's side. */
	private static final double SOFT = 0.008;

	private SeenBody() {}

	/** @param drawnOut what {@link DrawnOut#of} says */
	public static MoreTrust of(final Picture drawnOut, final Condition condition, final Progress progress) {
		final int side = condition.frame().side();
		final Picture share = new Picture(side, side, 1);
		for (int i = 0; i < share.data().length; i++) share.data()[i] = Smooth.step(NECK, BODY, condition.y(i)) * Smooth.step(MUCH, LITTLE, drawnOut.data()[i]);
		return new MoreTrust(BoxBlur.twice(share, condition.frame().radius(SOFT), progress));
	}
}
