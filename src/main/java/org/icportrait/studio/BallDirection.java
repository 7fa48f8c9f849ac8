package org.icportrait.studio;

/**
 * Where light comes from, as a place on a ball that is seen from the front. Inside of its outline light comes from before the head; outside,
 * up to twice the radius, from behind. Immutable.
 *
 * @param azimuth degrees: 0 from the camera, 90 from the picture's right, 180 from behind
 * @param elevation degrees: 90 from above
 */
record BallDirection(double azimuth, double elevation) {

	/** @param x to the right, in radii from the middle @param y upwards, likewise */
	static BallDirection at(final double x, final double y) {
		final double radius = Math.min(2, Math.hypot(x, y));
		final double out = radius <= 1 ? radius : 2 - radius;
		final double z = Math.copySign(Math.sqrt(Math.max(0, 1 - out * out)), 1 - radius);
		final double scale = Math.hypot(x, y) < 1e-9 ? 0 : out / Math.hypot(x, y);
		return new BallDirection(Math.toDegrees(Math.atan2(x * scale, z)), Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, y * scale)))));
	}

	/** The place's x, in radii to the right. */
	double x() {
		return Math.sin(Math.toRadians(azimuth)) * Math.cos(Math.toRadians(elevation)) * stretch();
	}

	/** The place's y, in radii upwards. */
	double y() {
		return Math.sin(Math.toRadians(elevation)) * stretch();
	}

	/** Whether the light comes from behind. */
	boolean isBehind() {
		return Math.cos(Math.toRadians(azimuth)) < 0;
	}

	/** Places behind lie as far outside of the outline as they would lie inside. */
	private double stretch() {
		if (!isBehind()) return 1;
		final double out = Math.hypot(Math.sin(Math.toRadians(azimuth)) * Math.cos(Math.toRadians(elevation)), Math.sin(Math.toRadians(elevation)));
		return out < 1e-9 ? 1 : (2 - out) / out;
	}
}
