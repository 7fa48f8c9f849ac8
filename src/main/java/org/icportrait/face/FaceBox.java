package org.icportrait.face;

import org.icportrait.geometry.Similarity;

/**
 * A face found in a picture. Immutable.
 *
 * @param x centre (the projection of the head origin), picture pixels
 * @param y centre, picture pixels
 * @param side side of the square, picture pixels: 2 dm of head
 * @param roll degrees, positive counter-clockwise as seen
 * @param score 0..1; 0 for a box that was drawn by hand
 */
public record FaceBox(double x, double y, double side, double roll, double score) {

	/** How many times the box the crop of the surface network is. */
	public static final double CROP = 1.8;

	/** The face in a rectangle that a user drew around it, upright. */
	static FaceBox drawn(final double x, final double y, final double width, final double height) {
		return new FaceBox(x + width / 2, y + height / 2, Math.max(width, height), 0, 0);
	}

	/** Whether a user drew it, and nothing was found there. */
	public boolean drawn() {
		return score == 0;
	}

	/** How far apart the centres are, picture pixels. */
	double distance(final FaceBox other) {
		return Math.hypot(other.x - x, other.y - y);
	}

	/** The same box turned further, degrees counter-clockwise as seen. */
	FaceBox turned(final double degrees) {
		return new FaceBox(x, y, side, Math.IEEEremainder(roll + degrees, 360), score);
	}

	/** From fractions (u, v) of the upright head crop, 0..1, to picture pixels. */
	public Similarity cropToPicture() {
		final double size = CROP * side;
		final double a = size * Math.cos(Math.toRadians(roll));
		// y runs down, so a counter-clockwise tilt is a negative turn.
		final double b = -size * Math.sin(Math.toRadians(roll));
		return Similarity.ofSquare(x, y, a, b);
	}
}
