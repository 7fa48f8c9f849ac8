package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;

/**
 * Where in a {@link Frame} the side of the face is: from the cheek to behind the ear, from the hairline to below the jaw, by the canonical places of a condition.
 * Stateless.
 */
public final class FaceSide {

	/** Canonical places (dm) between which it ends: in front, below the jaw, and towards the middle; and where it ends behind. */
	private static final float FRONT = 0.95f, CHEEK = 0.8f, BELOW = -0.8f, JAW = -0.6f, MIDDLE = 0.25f, ASIDE = 0.4f, BEHIND = -0.2f;
	/** Before the ear hair grows lower than a hairline says: heights (dm) between which sideburns begin, how far forward they reach, and how steeply their front rises. */
	private static final float HAIR = 0.36f, SKIN = 0.24f, SIDEBURN = 0.36f, TEMPLE = 2;
	/** Radius of its border, share of the frame's side. */
	private static final double SOFT = 0.022;

	private FaceSide() {}

	/** 0..1, smoothly, continued beyond the head; one channel. */
	public static Picture of(final Condition condition, final Progress progress) {
		final int side = condition.frame().side(), n = side * side;
		final Picture raw = new Picture(side, side, 1);
		final float[] known = condition.head();
		for (int i = 0; i < n; i++) {
			final float x = condition.x(i), y = condition.y(i), z = condition.z(i);
			if (known[i] <= 0 || HeadModel.isScalp(y, z) || z < BEHIND) continue;
			raw.data()[i] = aside(x, y, z) * Smooth.step(HAIR, SKIN, y - Math.max(0, z - SIDEBURN) * TEMPLE);
		}
		return BoxBlur.twice(PushPull.fill(raw, known, progress), condition.frame().radius(SOFT), progress);
	}

	/** How far a canonical place (dm) lies aside of the face and above its jaw, 0..1. */
	static float aside(final float x, final float y, final float z) {
		return Smooth.step(FRONT, CHEEK, z) * Smooth.step(BELOW, JAW, y) * Smooth.step(MIDDLE, ASIDE, Math.abs(x));
	}
}
