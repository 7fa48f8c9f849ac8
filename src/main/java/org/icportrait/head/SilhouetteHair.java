package org.icportrait.head;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.hair.Hair;
import org.icportrait.hair.SkullDirections;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;

/** What the silhouette of a head in a photograph shows of its hair: how far it stands out all around, and what stands on it as a thing of its own, as a bun does. */
final class SilhouetteHair {

	/** Hair stands out from the fitted head no farther than this, dm. */
	static final double MOST = 0.7;
	/** Canonical height (dm) below which hangs what hangs. */
	static final float LOWEST = -0.5f;
	/** A vertex nearer to the silhouette than this, steps of the grid, lies at it. */
	private static final double AT = 1.5;
	/** Cosine to the back of the head up to which bare skin at a silhouette is the face's. */
	private static final float FACE = -0.3f;
	/** Cosine to straight up from which on the silhouette is above the head. */
	private static final double UPWARD = 0.5;
	/** How far (dm) from the head's hair something on it begins to be a thing of its own, and is one. */
	private static final float ON = 0.03f, APART = 0.12f;

	private final HeadModel model;
	private final HeadCamera camera;
	private final SkullDirections skull;
	private final MeshGrid grid;
	private final float[] canonical;
	private final boolean[] solid;
	private final Silhouette silhouette;

	/** @param canonical places of the grid's vertices, dm, [3 v] @param solid which of them are the person's */
	SilhouetteHair(final FittedHead fitted, final HeadCamera camera, final MeshGrid grid, final float[] canonical, final boolean[] solid, final Silhouette silhouette) {
		model = fitted.model();
		this.camera = camera;
		skull = new SkullDirections(fitted, camera);
		this.grid = grid;
		this.canonical = canonical;
		this.solid = solid;
		this.silhouette = silhouette;
	}

	/** As far as the silhouette stands out from that of the fitted head without any, but for the face. @param toHead distances to that, steps of the grid */
	Hair around(final float[] toHead) {
		final float[] up = new float[toHead.length], back = new float[toHead.length], far = new float[toHead.length];
		int end = 0;
		for (int v = 0; v < toHead.length; v++) {
			if (!solid[v] || canonical[3 * v + 1] <= LOWEST || grid.cells(silhouette.within(v), camera) >= AT) continue;
			up[end] = (float) skull.up(grid.x(v), grid.y(v));
			back[end] = (float) skull.back(grid.x(v), grid.y(v));
			far[end] = (float) Math.min(MOST, toHead[v] / grid.cells(1, camera));
			if (back[end] > FACE || isHair(v)) end++;
		}
		return Hair.of(Arrays.copyOf(up, end), Arrays.copyOf(back, end), Arrays.copyOf(far, end));
	}

	/** Whether a vertex in front, if it is the person's, shows the scalp with or without hair, or hair beside it. */
	private boolean isHair(final int v) {
		final float across = canonical[3 * v], up = canonical[3 * v + 1], forward = canonical[3 * v + 2];
		return HeadModel.isScalp(up, forward) || !model.isBare(across, up, forward);
	}

	/**
	 * Half the width (dm) of what stands on the hair that goes round the head; 0 where nothing does.
	 *
	 * @param beyond distances to that hair, steps of the grid
	 * @param on how much each vertex lies in a thing of its own, 0..1; is written
	 */
	double knot(final float[] beyond, final float[] on) {
		double most = 0;
		for (int v = 0; v < beyond.length; v++) {
			if (!solid[v] || beyond[v] <= 0 || skull.up(grid.x(v), grid.y(v)) <= UPWARD) continue;
			on[v] = Smooth.step(ON, APART, (float) (beyond[v] / grid.cells(1, camera)));
			most = Math.max(most, Math.min(MOST, silhouette.within(v)));
		}
		return most;
	}
}
