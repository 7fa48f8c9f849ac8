package org.icportrait.strands;

import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.MoreTrust;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * Hair toward the top of a head, as a frontal photograph shows it: askance. So does a view turned aside, which draws nothing out there, so that strands that
 * are seen are better than any that could be generated: networks paint a plain cap. Stateless.
 */
public final class SeenCrown {

	/** Times as long as in the photograph, between which what a turn draws out comes to be no hair. */
	private static final float LITTLE = 1.4f, MUCH = 2.2f;
	/** Least cosine to the line of sight that a normal is sure enough for. */
	private static final double GRAZING = 0.08;
	/** Distances (dm) from where the photograph ends, between which its torn edge comes to count. */
	private static final float EDGE = 0.01f, INSIDE = 0.07f;
	/** Radius that smooths it, share of the frame's side. */
	private static final double SOFT = 0.008;

	private SeenCrown() {}

	/**
	 * @param heads as the photographs show them
	 * @param scalp what {@link Scalp#of} says
	 */
	public static MoreTrust of(final View view, final List<PreparedHead> heads, final Picture scalp, final Condition condition, final Progress progress) {
		if (scalp == null || heads.size() != 1) return MoreTrust.NONE;
		return of(heads.get(0).rotation().since(view.rotation()), scalp, condition, progress);
	}

	/** @param back from the wanted view to the photograph, camera axes */
	static MoreTrust of(final Rotation back, final Picture scalp, final Condition condition, final Progress progress) {
		final int side = condition.frame().side();
		final Picture share = new Picture(side, side, 1);
		final boolean[] open = new boolean[side * side];
		for (int i = 0; i < open.length; i++) open[i] = condition.covered(i) == 0;
		final double dm = condition.frame().dm();
		final float[] inside = Distance.to(open, side, 1 + (int) Math.ceil(INSIDE * dm), progress);
		for (int i = 0; i < share.data().length; i++) {
			if (condition.covered(i) == 0 || scalp.data()[i] == 0) continue;
			share.data()[i] = scalp.data()[i] * Math.max(0, 1 - 2 * condition.mirrored(i)) * Smooth.step(MUCH, LITTLE, drawnOut(condition, i, back)) * Smooth.step(EDGE, INSIDE, (float) (inside[i] / dm));
		}
		return new MoreTrust(BoxBlur.twice(share, condition.frame().radius(SOFT), progress));
	}

	/** How many times as large as in the photograph what a pixel shows is drawn. */
	private static float drawnOut(final Condition condition, final int i, final Rotation back) {
		final double x = condition.normalX(i), y = condition.normalY(i), z = condition.normalZ(i);
		return (float) (Math.max(GRAZING, z) / Math.max(GRAZING, back.z(x, y, z)));
	}
}
