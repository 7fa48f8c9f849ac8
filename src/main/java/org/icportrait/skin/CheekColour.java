package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Shown;
import org.icportrait.morphable.HeadModel;

/** The colour of a person's skin, by the sides of the face as far as the photographs show them. Stateless. */
public final class CheekColour {

	/** Canonical dm: how far from the middle, from where to where; fewer pixels of them say nothing. */
	private static final float ASIDE = 0.3f, LOW = -0.6f, HIGH = 0.3f;
	private static final int FEWEST = 30;

	private CheekColour() {}

	/**
	 * Its mean, linear RGB, above 0, more of what is seen straight, on that side of the face of which the view shows more that no photograph does: a lamp from
	 * one side lights one cheek. On both where that side's cheek is not seen; null where the photographs show little of either.
	 */
	public static float[] of(final Condition condition) {
		final int n = condition.frame().side() * condition.frame().side();
		final float[] start = condition.startPicture().data();
		final float[][] weights = new float[2][n];
		final int[] counts = new int[2], unseen = new int[2];
		for (int i = 0; i < n; i++) {
			final float x = condition.x(i), y = condition.y(i), z = condition.z(i);
			if (!condition.isHead(i) || HeadModel.isScalp(y, z) || Math.abs(x) < ASIDE || y < LOW || y > HIGH) continue;
			final int side = x < 0 ? 0 : 1;
			if (condition.trust(i) < Shown.TRUSTED || condition.covered(i) == 0) {
				unseen[side]++;
				continue;
			}
			weights[side][i] = condition.trust(i) * condition.trust(i);
			counts[side]++;
		}
		final int side = unseen[0] > unseen[1] ? 0 : 1, other = 1 - side;
		if (counts[side] >= FEWEST) return SkinTone.mean(start, weights[side]);
		for (int i = 0; i < n; i++) weights[side][i] += weights[other][i];
		return counts[side] + counts[other] < FEWEST ? null : SkinTone.mean(start, weights[side]);
	}
}
