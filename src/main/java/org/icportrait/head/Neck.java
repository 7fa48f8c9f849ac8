package org.icportrait.head;

import org.icportrait.image.Smooth;

/** Where a neck passes from the head, which is rigid, to the shoulders. Stateless. */
public final class Neck {

	/** Canonical heights (dm) between which it does: collar and jaw. */
	private static final float COLLAR = -1.75f, JAW = -0.85f;

	private Neck() {}

	/** How much a place with a canonical height (dm) moves with the head, 0..1: 0 from the collar down, 1 from the jaw up. */
	public static float ofHead(final float canonicalY) {
		return Smooth.step(COLLAR, JAW, canonicalY);
	}
}
