package org.icportrait.head;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.hair.Hair;
import org.icportrait.hair.SkullDirections;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;

/**
 * How deep the rear surface lies behind each vertex of a mesh's grid: no photograph shows it. Above the neck it is the fitted head's, as far out as hair
 * stands out at the silhouette ({@link Hair}), and what stands on that, as a bun, is as thick as wide; below, and where no head was fitted, the network's guess. Seen from the side it is the back of the head, so it is smooth,
 * and meets the front at the silhouette as that of a ball does. For one thread, once.
 */
final class RearDepths {

	/** Over how many dm from the silhouette inward a guessed head reaches its thickness, and the thickest head and neck, dm. */
	private static final double ROUND = 0.7;
	private static final float HEAD = 2.2f, NECK = 1.2f;
	/** How thin a person may be, and over how much the surface is smoothed, dm. */
	private static final float THINNEST = 0.01f;
	private static final double SMOOTH = 0.1;
	/** From this distance (dm) to the silhouette on it is smooth. */
	private static final float NEAR = 0.25f;
	/** Canonical heights (dm) between which the network's guess gives way to the fitted head. */
	private static final float BELOW = -0.9f, ABOVE = -0.5f;
	/** How far (dm) hair stands out from the fitted head at most, how thick it is beyond that, and over how much it is rounded at the silhouette. */
	private static final double MOST_HAIR = 0.7, LOCK = 0.4, RIM = 0.12;
	/** Cosine to straight up from which on the silhouette is above the head, and how far (dm) from its hair something on it becomes a thing of its own. */
	private static final double UPWARD = 0.5;
	/** Cosine to the back of the head up to which bare skin at a silhouette is the face's. */
	private static final float FACE = -0.3f;
	private static final float ON = 0.03f, APART = 0.12f;

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
		final float[] normals = fitted.normals(), thick = hair(fitted, progress).on(fitted, normals);
		OtherSide.take(thick, fitted, normals, sight, camera, this::front);
		final DepthBuffer haired = rear(fitted, normals, thick, progress);
		final Picture depths = new Picture(columns, grid.rows(), 1);
		final boolean[] head = mask(haired);
		final float[] known = new float[count];
		for (int v = 0; v < count; v++) {
			known[v] = head[v] ? 1 : 0;
			depths.data()[v] = head[v] ? -haired.at(v % columns, v / columns) : 0;
		}
		final float[] filled = PushPull.fill(depths, known, progress).data(), beyond = Distance.to(head, columns, 1 + (int) cells(MOST_HAIR), progress);
		final float[] on = new float[count];
		final double knot = knot(fitted, beyond, on);
		for (int v = 0; v < count; v++) {
			final float share = Smooth.step(BELOW, ABOVE, canonical[3 * v + 1]), front = points[3 * v + 2];
			if (share <= 0) continue;
			// Beyond it locks stand out, as thick as they are wide.
			final double across = silhouette.within(v), thickness = ball(across / RIM) * Math.max(Math.min(across, LOCK), front - filled[v]);
			out[v] += share * (front - (float) (thickness + on[v] * (2 * knot * ball(across / knot) - thickness)) - out[v]);
		}
	}

	/**
	 * Half the width (dm) of what stands on the hair that goes round the head.
	 *
	 * @param beyond distances to that hair, cells
	 * @param on how much each vertex lies in a thing of its own, 0..1; is written
	 */
	private double knot(final FittedHead fitted, final float[] beyond, final float[] on) {
		final SkullDirections skull = new SkullDirections(fitted, camera);
		double most = THINNEST;
		for (int v = 0; v < count; v++) {
			if (!solid[v] || beyond[v] <= 0 || skull.up(grid.x(v), grid.y(v)) <= UPWARD) continue;
			on[v] = Smooth.step(ON, APART, (float) (beyond[v] / cells(1)));
			most = Math.max(most, Math.min(MOST_HAIR, silhouette.within(v)));
		}
		return most;
	}

	private boolean[] mask(final DepthBuffer depths) {
		final boolean[] out = new boolean[count];
		for (int v = 0; v < count; v++) out[v] = depths.at(v % columns, v / columns) != DepthBuffer.EMPTY;
		return out;
	}

	private double cells(final double dm) {
		return dm * camera.s() / step;
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

	/** As far as the silhouette stands out from that of the fitted head without any, but for the face. */
	private Hair hair(final FittedHead fitted, final Progress progress) {
		final float[] toHead = Distance.to(mask(farthest(fitted.occluder(), progress)), columns, 1 + (int) cells(MOST_HAIR), progress);
		final float[] up = new float[count], back = new float[count], far = new float[count];
		final SkullDirections skull = new SkullDirections(fitted, camera);
		int end = 0;
		for (int v = 0; v < count; v++) {
			if (!solid[v] || canonical[3 * v + 1] <= ABOVE || cells(silhouette.within(v)) >= 1.5) continue;
			up[end] = (float) skull.up(grid.x(v), grid.y(v));
			back[end] = (float) skull.back(grid.x(v), grid.y(v));
			far[end] = (float) Math.min(MOST_HAIR, toHead[v] / cells(1));
			if (back[end] > FACE || isHair(fitted.model(), v)) end++;
		}
		return Hair.of(Arrays.copyOf(up, end), Arrays.copyOf(back, end), Arrays.copyOf(far, end));
	}

	/** Whether a vertex in front, if it is the person's, shows the scalp with or without hair, or hair beside it. */
	private boolean isHair(final HeadModel model, final int v) {
		final float across = canonical[3 * v], up = canonical[3 * v + 1], forward = canonical[3 * v + 2];
		return HeadModel.isScalp(up, forward) || !model.isBare(across, up, forward);
	}

	private float[] smooth(final float[] depths, final Progress progress) {
		final Picture weighted = new Picture(columns, grid.rows(), 2);
		for (int v = 0; v < count; v++) {
			weighted.data()[v] = solid[v] ? depths[v] : 0;
			weighted.data()[count + v] = solid[v] ? 1 : 0;
		}
		final int radius = Math.max(1, (int) Math.round(cells(SMOOTH)));
		final float[] smooth = BoxBlur.twice(weighted, radius, progress).data();
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
		return NECK + (HEAD - NECK) * Smooth.step(-0.9f, -0.2f, canonicalY);
	}
}
