package org.icportrait.head;

import org.icportrait.image.Smooth;

/** Where a neck passes from the head, which is rigid, to the shoulders. Stateless. */
public final class Neck {

	/** Canonical heights (dm) between which it does: collar and jaw. */
	private static final float COLLAR = -1.75f, JAW = -0.85f;
	/** Half its width, how far it reaches back (dm), and the canonical heights between which what lies farther out comes to be shoulders. */
	private static final float ASIDE = 0.65f, BACK = 0.75f, HAIR = -0.9f, SHOULDERS = -1.2f;
	/** By how much shoulders count as lower than they are, at most, dm. */
	private static final float LOWER = 0.6f;
	/** Canonical heights (dm) up to which nothing is symmetric to the head, and from which on all is: collars stay with the shoulders. */
	private static final float NONE = -0.95f, THROAT = -0.65f;

	private Neck() {}

	/** How much a place with a canonical height (dm) moves with the head, 0..1: 0 from the collar down, 1 from the jaw up. */
	public static float ofHead(final float canonicalY) {
		return Smooth.step(COLLAR, JAW, canonicalY);
	}

	/** Whether a place with a canonical height (dm) may be a neck's or, beside it, a shoulder's: above and below its height alone tells how much it moves. */
	public static boolean isAt(final float canonicalY) {
		return canonicalY > COLLAR && canonicalY < HAIR;
	}

	/** Whether a place with a canonical height (dm) moves with the head as it does, wherever it lies. */
	public static boolean isAbove(final float canonicalY) {
		return canonicalY >= JAW;
	}

	/**
	 * The same of a canonical place (dm) that is no hair: shoulders reach up beside a neck and behind it as high as its middle, and stay. Seen from above, where a
	 * nod would carry them far, they are most of what is seen there.
	 */
	public static float ofHead(final float x, final float y, final float z) {
		return ofHead(y - Smooth.step(HAIR, SHOULDERS, y) * lower(Math.max(0, Math.abs(x) - ASIDE), Math.max(0, -z - BACK)));
	}

	/** By how much what lies so far out counts as lower. The root, which is slow for its rounding, is wanted of few places. */
	private static float lower(final float aside, final float back) {
		if (aside >= LOWER || back >= LOWER) return LOWER;
		return aside == 0 || back == 0 ? aside + back : (float) Math.min(LOWER, Math.hypot(aside, back));
	}

	/** How far a place with a canonical height (dm) is as its mirror image is once the head turned on its shoulders, 0..1. */
	public static float symmetric(final float canonicalY) {
		return Smooth.step(NONE, THROAT, canonicalY);
	}
}
