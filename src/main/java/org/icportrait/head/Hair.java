package org.icportrait.head;

import java.util.Arrays;

import org.icportrait.image.Smooth;

/** How far hair stands out from a head, dm: above it, and all around, as it does beside it. */
record Hair(double above, double around) {

	static final Hair NONE = new Hair(0, 0);

	/** The middle one of what was seen above a head and of what was seen beside it; where nothing was seen above, as beside. Sorts both. */
	static Hair of(final float[] above, final float[] beside) {
		final double around = middle(beside, 0);
		return new Hair(middle(above, around), around);
	}

	private static double middle(final float[] values, final double none) {
		Arrays.sort(values);
		return values.length == 0 ? none : values[values.length / 2];
	}

	/** @param up of a unit normal, camera axes */
	double towards(final double up) {
		return around + (above - around) * Smooth.step(0, 1, (float) up);
	}
}
