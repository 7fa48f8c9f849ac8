package org.icportrait.head;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.morphable.FittedHead;

/**
 * How far a head stands out from the fitted one where the photograph shows the other side of it: as far as there. What the silhouette shows, seen from the side, is
 * the hair behind, and not what lies over ears and cheeks. Stateless.
 */
final class OtherSide {

	/** How far (dm) a head may lie within the fitted one, and out of it. */
	private static final double LEAST = -0.1, MOST = 0.7;

	private OtherSide() {}

	/** The surface that a photograph shows. */
	@FunctionalInterface
	interface Front {

		/** Depth (dm) at a pixel of the photograph; NaN where nobody is. */
		float at(double x, double y);
	}

	/**
	 * @param thick by how much it stands out from each vertex, dm; changed in place
	 * @param normals of the vertices
	 * @param sight how well the photograph shows each vertex, 0..1
	 */
	static void take(final float[] thick, final FittedHead fitted, final float[] normals, final float[] sight, final HeadCamera camera, final Front front) {
		final float[] p = fitted.points();
		for (int v = 0; v < thick.length; v++) {
			final int other = fitted.model().partner()[v];
			if (sight[other] <= 0) continue;
			final float depth = p[3 * other + 2], seen = front.at(camera.x(p[3 * other], depth), camera.y(p[3 * other + 1], depth));
			if (Float.isNaN(seen)) continue;
			final double out = Math.max(LEAST, Math.min(MOST, (seen - depth) * normals[3 * other + 2]));
			thick[v] += sight[other] * (float) (out - thick[v]);
		}
	}
}
