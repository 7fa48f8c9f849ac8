package org.icportrait.body;

import org.icportrait.geometry.RigidFit;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;

/**
 * How a body stands in a photograph, as the places that its maps read below the jaw say: the rigid motion that lays canonical places over seen ones
 * (Kabsch 1976). Immutable.
 *
 * @param rotation body axes to camera axes
 * @param x shift, camera axes, dm
 * @param y likewise
 * @param z likewise
 */
public record BodyPose(Rotation rotation, double x, double y, double z) {

	/** Canonical height (dm) below which a place is the body's, what must be seen of a place to count, and the fewest places that say something. */
	private static final float SHOULDERS = -1.25f, SEEN = 0.3f;
	private static final int FEWEST = 150;

	/** Null where the photograph shows too little of it. */
	static BodyPose of(final PreparedHead head) {
		final Mesh mesh = head.mesh();
		final double[] from = new double[3], to = new double[3];
		double all = 0;
		int count = 0;
		for (int v = 0; v < mesh.count(); v++) {
			final double w = weight(head, v);
			if (w <= 0) continue;
			count++;
			all += w;
			for (int c = 0; c < 3; c++) {
				from[c] += w * mesh.canonical()[3 * v + c];
				to[c] += w * mesh.points()[3 * v + c];
			}
		}
		if (count < FEWEST) return null;
		final double[] spread = new double[9];
		for (int c = 0; c < 3; c++) {
			from[c] /= all;
			to[c] /= all;
		}
		for (int v = 0; v < mesh.count(); v++) {
			final double w = weight(head, v);
			for (int k = 0; w > 0 && k < 9; k++) spread[k] += w * (mesh.points()[3 * v + k / 3] - to[k / 3]) * (mesh.canonical()[3 * v + k % 3] - from[k % 3]);
		}
		final Rotation r = RigidFit.of(spread);
		return new BodyPose(r, to[0] - r.x(from[0], from[1], from[2]), to[1] - r.y(from[0], from[1], from[2]), to[2] - r.z(from[0], from[1], from[2]));
	}

	private static double weight(final PreparedHead head, final int v) {
		final Mesh mesh = head.mesh();
		return !(BodyWidths.matte(head, mesh.textureX()[v], mesh.textureY()[v]) > Mesh.SOLID) || mesh.canonical()[3 * v + 1] > SHOULDERS || mesh.confidence()[v] < SEEN ? 0 : mesh.confidence()[v];
	}

	double[] toCamera(final double[] p) {
		return new double[] { x + rotation.x(p[0], p[1], p[2]), y + rotation.y(p[0], p[1], p[2]), z + rotation.z(p[0], p[1], p[2]) };
	}

	/** The mean bust's outward normal, of any length, nearest to a place; both in camera axes of the photograph. */
	public double[] normal(final double qx, final double qy, final double qz) {
		final Rotation back = rotation.inverse();
		final double px = back.x(qx - x, qy - y, qz - z), py = back.y(qx - x, qy - y, qz - z), pz = back.z(qx - x, qy - y, qz - z);
		final double[] n = BodyModel.normal(px, py, pz);
		return new double[] { rotation.x(n[0], n[1], n[2]), rotation.y(n[0], n[1], n[2]), rotation.z(n[0], n[1], n[2]) };
	}
}
