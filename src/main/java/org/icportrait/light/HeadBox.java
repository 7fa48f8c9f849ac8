package org.icportrait.light;

import org.icportrait.geometry.Similarity;

/**
 * Where the head stands whose light is read, as far as a stitch needs it. Immutable.
 *
 * @param x centre (the projection of the head origin), picture pixels
 * @param y centre, picture pixels
 * @param side of the square around the head origin, picture pixels: 2 dm of head
 * @param roll degrees, positive counter-clockwise as seen
 */
public record HeadBox(double x, double y, double side, double roll) {

	/** How many times the box the crop is that networks see. */
	static final double CROP = 1.8;

	/** How often the picture is turned by a quarter, counter-clockwise as seen, before the head stands nearest to upright. */
	int quarters() {
		return Math.floorMod((int) Math.rint(roll / 90), 4);
	}

	/** Fractions of the crop, turned by quarters alone, to picture pixels. */
	Similarity cropToPicture() {
		final double size = CROP * side, angle = Math.toRadians(-90 * quarters());
		// y runs down, so a counter-clockwise tilt is a negative turn.
		final double a = size * Math.rint(Math.cos(angle)), b = size * Math.rint(Math.sin(angle));
		return Similarity.ofSquare(x, y, a, b);
	}
}
