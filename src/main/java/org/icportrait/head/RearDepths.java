package org.icportrait.head;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * How deep the rear surface lies behind each vertex of a mesh's grid: no photograph shows it. Above the neck it is the fitted head's, as far out as hair
 * stands out at the silhouette; below, and where no head was fitted, the network's guess. Seen from the side it is the back of the head, so it is smooth,
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
	/** Cosine to straight up from which on the silhouette is above the head. */
	private static final double UPWARD = 0.8;

	private final HeadCamera camera;
	private final float[] x;
	private final float[] y;
	private final float[] points;
	private final float[] canonical;
	private final boolean[] solid;
	private final Silhouette silhouette;
	private final int columns;
	private final int rows;
	private final int count;
	private final double step;

	/**
	 * @param x photograph pixels of the grid's columns
	 * @param y photograph pixels of its rows
	 * @param points of the vertices in front, camera axes, dm, [3 v]
	 * @param canonical their places, dm, [3 v]
	 * @param solid which are the person's
	 */
	RearDepths(final HeadCamera camera, final float[] x, final float[] y, final float[] points, final float[] canonical, final boolean[] solid, final Silhouette silhouette) {
		this.camera = camera;
		this.x = x;
		this.y = y;
		this.points = points;
		this.canonical = canonical;
		this.solid = solid;
		this.silhouette = silhouette;
		columns = x.length;
		rows = y.length;
		count = columns * rows;
		step = columns < 2 ? 1 : (x[columns - 1] - x[0]) / (columns - 1);
	}

	/**
	 * @param guessed depths by the network, one for each vertex, camera axes, dm
	 * @param fitted null where there is none
	 */
	float[] of(final float[] guessed, final FittedHead fitted, final Progress progress) {
		final float[] out = new float[count];
		for (int v = 0; v < count; v++) {
			final float front = points[3 * v + 2], thickness = Math.max(THINNEST, front - guessed[v]);
			out[v] = front - (float) ball(silhouette.within(v) / ROUND) * Math.min(thickness, thickest(canonical[3 * v + 1]));
		}
		if (fitted != null) fit(out, fitted, progress);
		return smooth(out, progress);
	}

	/** Brings the fitted head's rear where the head is, all of it as far out as its hair. */
	private void fit(final float[] out, final FittedHead fitted, final Progress progress) {
		final DepthBuffer haired = rear(fitted, hair(fitted, progress), progress);
		final Picture depths = new Picture(columns, rows, 1);
		final float[] known = new float[count];
		for (int v = 0; v < count; v++) {
			final float z = haired.at(v % columns, v / columns);
			known[v] = z == DepthBuffer.EMPTY ? 0 : 1;
			depths.data()[v] = z == DepthBuffer.EMPTY ? 0 : -z;
		}
		final float[] filled = PushPull.fill(depths, known, progress).data();
		for (int v = 0; v < count; v++) {
			final float share = Smooth.step(BELOW, ABOVE, canonical[3 * v + 1]), front = points[3 * v + 2];
			if (share <= 0) continue;
			// Beyond it locks stand out, as thick as they are wide.
			final double across = silhouette.within(v), thickness = Math.max(Math.min(across, LOCK), front - filled[v]);
			out[v] += share * (front - (float) (ball(across / RIM) * thickness) - out[v]);
		}
	}

	private double cells(final double dm) {
		return dm * camera.s() / step;
	}

	/** The rearmost depth on the grid, negative, of a fitted head whose skin above the neck is moved outward by its hair. */
	private DepthBuffer rear(final FittedHead fitted, final Hair hair, final Progress progress) {
		final float[] p = fitted.points().clone(), normals = fitted.normals();
		for (int v = 0; v < p.length / 3; v++) {
			final double outward = hair.towards(normals[3 * v + 1]) * Smooth.step(BELOW, ABOVE, fitted.model().neutral()[3 * v + 1]);
			for (int i = 3 * v; i < 3 * v + 3; i++) p[i] += (float) (outward * normals[i]);
		}
		final Similarity toGrid = new Similarity(1 / step, 0, 0.5 - x[0] / step, 0.5 - y[0] / step);
		return new Occluder(p, fitted.model().triangles()).farthest(camera, toGrid, columns, rows, progress);
	}

	/** As far as the silhouette stands out from that of the fitted head without any. */
	private Hair hair(final FittedHead fitted, final Progress progress) {
		final DepthBuffer bare = rear(fitted, Hair.NONE, progress);
		final boolean[] head = new boolean[count];
		for (int v = 0; v < count; v++) head[v] = bare.at(v % columns, v / columns) != DepthBuffer.EMPTY;
		final float[] toHead = Distance.to(head, columns, 1 + (int) cells(MOST_HAIR), progress), above = new float[count], beside = new float[count];
		int over = 0, side = 0;
		for (int v = 0; v < count; v++) {
			if (!solid[v] || canonical[3 * v + 1] <= ABOVE || cells(silhouette.within(v)) >= 1.5) continue;
			final float far = (float) Math.min(MOST_HAIR, toHead[v] / cells(1));
			if (upward(v) > UPWARD) above[over++] = far;
			else beside[side++] = far;
		}
		return Hair.of(Arrays.copyOf(above, over), Arrays.copyOf(beside, side));
	}

	/** Cosine of a vertex's direction from the head's origin to straight up. */
	private double upward(final int v) {
		final double across = x[v % columns] - camera.x0(), up = camera.y0() - y[v / columns];
		return up / Math.max(1e-9, Math.hypot(across, up));
	}

	private float[] smooth(final float[] depths, final Progress progress) {
		final Picture weighted = new Picture(columns, rows, 2);
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
