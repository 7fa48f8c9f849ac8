package org.icportrait.geometry;

/**
 * Where a head looks, in degrees. The rotation R = Rz(roll) Rx(-pitch) Ry(yaw) takes head axes (x to the subject's left, y up,
 * z out of the face) to camera axes (x to the picture's right, y up, z to the viewer); see docs/conventions.md. Immutable.
 *
 * @param yaw positive: the face turns to the picture's right; -180..180
 * @param pitch positive: the face looks up; -90..90
 * @param roll positive: the head tilts counter-clockwise as seen; -180..180
 */
public record Pose(double yaw, double pitch, double roll) {

	public static final Pose FRONTAL = new Pose(0, 0, 0);

	/** Head axes to camera axes. */
	public Rotation toRotation() {
		final Rotation tilted = Rotation.about(1, 0, 0, -Math.toRadians(pitch)).after(Rotation.about(0, 1, 0, Math.toRadians(yaw)));
		return Rotation.about(0, 0, 1, Math.toRadians(roll)).after(tilted);
	}

	/** The angles of a rotation; at pitch +-90 roll is put to 0. */
	public static Pose of(final Rotation r) {
		// Third row of Rx(-pitch) Ry(yaw) is untouched by roll: (-cos p sin y, -sin p, cos p cos y).
		final double pitch = Math.asin(Math.max(-1, Math.min(1, -r.get(2, 1))));
		if (Math.abs(r.get(2, 1)) > 0.999999) return new Pose(degrees(Math.atan2(r.get(0, 2), r.get(0, 0))), degrees(pitch), 0);
		final double yaw = Math.atan2(-r.get(2, 0), r.get(2, 2));
		// Second column is (-sin r cos p, cos r cos p, -sin p).
		final double roll = Math.atan2(-r.get(0, 1), r.get(1, 1));
		return new Pose(degrees(yaw), degrees(pitch), degrees(roll));
	}

	/** No minus before 0, which people would read in results. */
	private static double degrees(final double radians) {
		return Math.toDegrees(radians) + 0.0;
	}

	/** Adds angle to angle, as the sliders do. */
	public Pose plus(final Pose change) {
		return new Pose(yaw + change.yaw, pitch + change.pitch, roll + change.roll);
	}
}
