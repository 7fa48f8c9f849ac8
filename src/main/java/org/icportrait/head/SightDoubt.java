package org.icportrait.head;

import org.icportrait.geometry.Rotation;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.FittedHead;

/** Where a mesh's vertices are shown less well than the maps say, for maps are smooth and the matte's edge is some pixels off. Changes the mesh's arrays. */
final class SightDoubt {

	/** Distances (dm) from the silhouette between which the photograph begins to be trusted. */
	private static final float OUTER = 0, INNER = 0.07f;
	/** Distances (dm) from the mean skin between which a place becomes hair, of which a head without hair says nothing. */
	private static final float SKIN = 0.06f, HAIR = 0.25f;
	/** Canonical depths (dm) between ears and face: behind, a silhouette meets the rear and no mirror image. */
	private static final float BACK = -0.1f, FRONT = 0.3f;
	/** What is left of the confidence where the fitted head says that a place cannot be seen. */
	private static final float DOUBTED = 0.06f;

	private final float[] canonical;
	private final float[] points;
	private final boolean[] solid;
	private final float[] confidence;

	/** @param points of at least the front vertices @param confidence of at least the front vertices */
	SightDoubt(final float[] canonical, final float[] points, final boolean[] solid, final float[] confidence) {
		this.canonical = canonical;
		this.points = points;
		this.solid = solid;
		this.confidence = confidence;
	}

	/** What stands at the matte's edge is seen askance and may be background. */
	void rims(final Silhouette silhouette) {
		for (int v = 0; v < solid.length; v++) {
			if (silhouette.nearest(v) < 0 || !solid[v]) continue;
			final float front = Smooth.step(BACK, FRONT, canonical[3 * v + 2]);
			confidence[v] *= 1 - front + front * Smooth.step(OUTER, INNER, (float) silhouette.within(v));
		}
	}

	/**
	 * What the fitted head says is hidden, or seen askance, is so, and of the face it lies where that has it. Hair lies before the skin and
	 * is less sure.
	 *
	 * @param sight of the fitted head's vertices
	 */
	void hidden(final FittedHead fitted, final float[] sight) {
		final float[] n = fitted.model().neutral();
		for (int v = 0; v < solid.length; v++) {
			if (!solid[v]) continue;
			final float x = canonical[3 * v], y = canonical[3 * v + 1], z = canonical[3 * v + 2];
			final int near = fitted.model().nearest(x, y, z, HAIR);
			if (near < 0) continue;
			final float dx = x - n[3 * near], dy = y - n[3 * near + 1], dz = z - n[3 * near + 2];
			final float hair = Smooth.step(SKIN, HAIR, (float) Math.sqrt(dx * dx + dy * dy + dz * dz));
			confidence[v] = Math.min(confidence[v], Math.max(DOUBTED, sight[near] + (1 - sight[near]) * hair));
			snap(fitted, v, near, dx, dy, dz, (1 - hair) * (1 - confidence[v]) * Smooth.step(BACK, FRONT, z));
		}
	}

	/** Moves a vertex towards where the fitted head has its place. */
	private void snap(final FittedHead fitted, final int v, final int near, final float dx, final float dy, final float dz, final float share) {
		final Rotation r = fitted.rotation();
		final float[] p = fitted.points();
		points[3 * v] += share * (p[3 * near] + (float) r.x(dx, dy, dz) - points[3 * v]);
		points[3 * v + 1] += share * (p[3 * near + 1] + (float) r.y(dx, dy, dz) - points[3 * v + 1]);
		points[3 * v + 2] += share * (p[3 * near + 2] + (float) r.z(dx, dy, dz) - points[3 * v + 2]);
	}
}
