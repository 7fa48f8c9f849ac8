package org.icportrait.hair;

import org.icportrait.image.Picture;

/**
 * What one photograph tells of a head's hair: where it shows some, how that lies, what covers it, and what hangs beside the ears. Immutable, thread-safe; what it hands
 * out is live: treat as read-only.
 *
 * @param seen where the photograph shows hair
 * @param combed how surely it is combed, 0..1, {@link CombedHair#share}
 * @param isCovered whether a hat, cap, turban or scarf lies over the scalp, {@link HeadCovering#isWorn}
 * @param bareEars which share of what the photograph shows where ears are is skin, 0..1, {@link BareEars#share}; 0 where no head was fitted
 * @param hanging what hangs beside the ears and the neck; null where no head was fitted
 */
public record HeadHair(SeenHair seen, float combed, boolean isCovered, float bareEars, HangingHair hanging) {

	/**
	 * How much of what is beside an ear in the photograph is hair or cloth, 0..1; 0 where no head was fitted.
	 *
	 * @param right whether it is the one towards positive x of the head's axes
	 */
	public float besideEar(final boolean right) {
		return hanging == null ? 0 : hanging.besideEar(right);
	}

	/** Whether a pixel of the head's area lies where hair hangs loose beside an ear or the neck, as far as it is the person's at all. */
	public boolean isLoose(final int x, final int y) {
		return hanging != null && hanging.isAt(x, y);
	}

	/**
	 * How much of each place is hair that hangs beside the ears and the neck, 0..1, and how much is such hair that hides what is behind it, as a tail does and single curls do
	 * not: two channels over the head's area, on cells of {@link #cell()} pixels; null where there is none.
	 */
	public Picture loose() {
		return hanging == null || !hanging.isAny() ? null : hanging.shares();
	}

	/** Side of the cells of {@link #loose()}, pixels of the photograph. */
	public int cell() {
		return hanging == null ? 1 : hanging.beside().block();
	}
}
