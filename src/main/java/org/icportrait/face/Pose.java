package org.icportrait.face;

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

	/** The rotation, 3 x 3 row-major, head axes to camera axes. */
	public double[] toRotation() {
		final double y = Math.toRadians(yaw);
		final double p = Math.toRadians(pitch);
		final double r = Math.toRadians(roll);
		final double cy = Math.cos(y), sy = Math.sin(y);
		final double cp = Math.cos(p), sp = Math.sin(p);
		final double cr = Math.cos(r), sr = Math.sin(r);
		// Rx(-pitch) Ry(yaw), rows
		final double[] m = { cy, 0, sy, -sp * sy, cp, sp * cy, -cp * sy, -sp, cp * cy };
		final double[] out = m.clone();
		for (int k = 0; k < 3; k++) {
			out[k] = cr * m[k] - sr * m[3 + k];
			out[3 + k] = sr * m[k] + cr * m[3 + k];
		}
		return out;
	}

	/** The angles of a rotation (3 x 3 row-major, orthonormal); at pitch +-90 roll is put to 0. */
	public static Pose fromRotation(final double[] r) {
		// Third row of Rx(-pitch) Ry(yaw) is untouched by roll: (-cos p sin y, -sin p, cos p cos y).
		final double pitch = Math.asin(Math.max(-1, Math.min(1, -r[7])));
		if (Math.abs(r[7]) > 0.999999) return new Pose(Math.toDegrees(Math.atan2(r[2], r[0])), Math.toDegrees(pitch), 0);
		final double yaw = Math.atan2(-r[6], r[8]);
		// Second column is (-sin r cos p, cos r cos p, -sin p).
		final double roll = Math.atan2(-r[1], r[4]);
		return new Pose(Math.toDegrees(yaw), Math.toDegrees(pitch), Math.toDegrees(roll));
	}

	/** Adds angle to angle, as the sliders do. */
	public Pose plus(final Pose change) {
		return new Pose(yaw + change.yaw, pitch + change.pitch, roll + change.roll);
	}
}
