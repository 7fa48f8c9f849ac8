package org.icportrait.head;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.hair.Hair;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;

/**
 * How deep the rear surface lies behind each vertex of a mesh's grid: no photograph shows it. Above the neck it is the fitted head's, as far out as hair
 * stands out at the silhouette ({@link Hair}), and what stands on that, as a bun, is as thick as wide; below, and where no head was fitted, the network's
 * guess. Seen from the side it is the back of the head, so it is smooth, and meets the front at the silhouette as that of a ball does. For one thread, once.
 */
final class RearDepths {

	/** Over how many dm from the silhouette inward a guessed head reaches its thickness, and the thickest head and neck, dm. */
	private static final double ROUND = 0.7;
	private static final float HEAD = 2.2f, NECK = 1.2f;
	/** Canonical heights (dm) between which a neck becomes a head. */
	private static final float THROAT = -0.9f, CHEEK = -0.2f;
	/** How thin a person may be, and over how much the surface is smoothed, dm. */
	private static final float THINNEST = 0.01f;
	private static final double SMOOTH = 0.1;
	/** From this distance (dm) to the silhouette on it is smooth. */
	private static final float NEAR = 0.25f;
	/** Canonical heights (dm) between which the network's guess gives way to the fitted head. */
	private static final float BELOW = -0.9f, ABOVE = SilhouetteHair.LOWEST;
	/** How thick (dm) locks beyond the head's hair are, and over how much they are rounded at the silhouette. */
	private static final double LOCK = 0.4, RIM = 0.12;

	private final HeadCamera camera;
	private final MeshGrid grid;
	private final float[] points;
	private final float[] canonical;
	private final boolean[] solid;
	private final Silhouette silhouette;
	private final int columns;
	private final int count;
	private final double step;

	/**
	 * @param points of the vertices in front, camera axes, dm, [3 v]
	 * @param canonical their places, dm, [3 v]
	 * @param solid which are the person's
	 */
	RearDepths(final HeadCamera camera, final MeshGrid grid, final float[] points, final float[] canonical, final boolean[] solid, final Silhouette silhouette) {
		this.camera = camera;
		this.grid = grid;
		this.points = points;
		this.canonical = canonical;
		this.solid = solid;
		this.silhouette = silhouette;
		columns = grid.columns();
		count = grid.count();
		step = grid.meanStep();
	}

	/**
	 * @param guessed depths by the network, one for each vertex, camera axes, dm
	 * @param fitted null where there is none @param sight of its vertices
	 */
	float[] of(final float[] guessed, final FittedHead fitted, final float[] sight, final Progress progress) {
		final float[] out = new float[count];
		for (int v = 0; v < count; v++) {
			final float front = points[3 * v + 2], thickness = Math.max(THINNEST, front - guessed[v]);
			out[v] = front - (float) ball(silhouette.within(v) / ROUND) * Math.min(thickness, thickest(canonical[3 * v + 1]));
		}
		if (fitted != null) fit(out, fitted, sight, progress);
		return smooth(out, progress);
	}

	/** Brings the fitted head's rear where the head is, all of it as far out as its hair. */
	private void fit(final float[] out, final FittedHead fitted, final float[] sight, final Progress progress) {
		final SilhouetteHair hair = new SilhouetteHair(fitted, camera, grid, canonical, solid, silhouette);
		final float[] normals = fitted.normals(), thick = hair.around(distances(mask(farthest(fitted.occluder(), progress)), progress)).on(fitted, normals);
		OtherSide.take(thick, fitted, normals, sight, camera, this::front);
		final DepthBuffer haired = rear(fitted, normals, thick, progress);
		final Picture depths = new Picture(columns, grid.rows(), 1);
		final boolean[] head = mask(haired);
		final float[] known = new float[count];
		for (int v = 0; v < count; v++) {
			known[v] = head[v] ? 1 : 0;
			depths.data()[v] = head[v] ? -haired.at(v % columns, v / columns) : 0;
		}
		final float[] filled = PushPull.fill(depths, known, progress).data(), beyond = distances(head, progress);
		final float[] on = new float[count];
		final double knot = Math.max(THINNEST, hair.knot(beyond, on));
		for (int v = 0; v < count; v++) {
			final float share = Smooth.step(BELOW, ABOVE, canonical[3 * v + 1]), front = points[3 * v + 2];
			if (share <= 0) continue;
			// Beyond it locks stand out, as thick as they are wide.
			final double across = silhouette.within(v), thickness = ball(across / RIM) * Math.max(Math.min(across, LOCK), front - filled[v]);
			out[v] += share * (front - (float) (thickness + on[v] * (2 * knot * ball(across / knot) - thickness)) - out[v]);
		}
	}

	private boolean[] mask(final DepthBuffer depths) {
		final boolean[] out = new boolean[count];
		for (int v = 0; v < count; v++) out[v] = depths.at(v % columns, v / columns) != DepthBuffer.EMPTY;
		return out;
	}

	/** Cells of the grid from each vertex to those of a mask, as far as hair may stand out. */
	private float[] distances(final boolean[] mask, final Progress progress) {
		return Distance.to(mask, columns, 1 + (int) grid.cells(SilhouetteHair.MOST, camera), progress);
	}

	/** The rearmost depth on the grid, negative, of a fitted head whose skin above the neck is moved outward by its hair. */
	private DepthBuffer rear(final FittedHead fitted, final float[] normals, final float[] thick, final Progress progress) {
		final float[] p = fitted.points().clone();
		for (int v = 0; v < thick.length; v++) {
			final float outward = thick[v] * Smooth.step(BELOW, ABOVE, fitted.model().neutral()[3 * v + 1]);
			for (int i = 3 * v; i < 3 * v + 3; i++) p[i] += outward * normals[i];
		}
		return farthest(new Occluder(p, fitted.model().triangles()), progress);
	}

	private DepthBuffer farthest(final Occluder head, final Progress progress) {
		final Similarity toGrid = new Similarity(1 / step, 0, 0.5 - grid.x(0) / step, 0.5 - grid.y(0) / step);
		return head.farthest(camera, toGrid, columns, grid.rows(), progress);
	}

	/** Depth of the person at a pixel of the photograph, dm; NaN where nobody is. */
	private float front(final double px, final double py) {
		final int i = (int) Math.round((px - grid.x(0)) / step), j = (int) Math.round((py - grid.y(0)) / step), v = j * columns + i;
		return i < 0 || j < 0 || i >= columns || j >= grid.rows() || !solid[v] ? Float.NaN : points[3 * v + 2];
	}

	private float[] smooth(final float[] depths, final Progress progress) {
		final Picture weighted = new Picture(columns, grid.rows(), 2);
		for (int v = 0; v < count; v++) {
			weighted.data()[v] = solid[v] ? depths[v] : 0;
			weighted.data()[count + v] = solid[v] ? 1 : 0;
		}
		final float[] smooth = BoxBlur.twice(weighted, BoxBlur.radius(SMOOTH, grid.cells(1, camera)), progress).data();
		for (int v = 0; v < count; v++) {
			if (!solid[v]) continue;
			// At the silhouette, where it meets the front, it stays round.
			final float share = Smooth.step(0, NEAR, (float) silhouette.within(v));
			depths[v] = Math.min(points[3 * v + 2] - THINNEST, depths[v] + share * (smooth[v] / smooth[count + v] - depths[v]));
		}
		return depths;
	}

	/** Front and rear meet at the silhouette as those of a ball do. @param inward from the silhouette, 1 at the middle */
	private static double ball(final double inward) {
		final double t = 1 - Math.min(1, inward);
		return Math.sqrt(1 - t * t);
	}

	/** A neck is thinner than a head: about 12 cm against 22. */
	private static float thickest(final float canonicalY) {
		return NECK + (HEAD - NECK) * Smooth.step(THROAT, CHEEK, canonicalY);
	}
}
