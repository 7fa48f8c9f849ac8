package org.icportrait.body;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;

/**
 * The mean bust as closed rings of vertices laid where a body stands in a photograph: as wide as that shows it, and behind what it shows. One ring is where
 * a garment ends. Arrays are live. For one thread.
 */
final class BodyGrid {

	/** Vertices around a ring; rings, the last of which is number {@code RINGS} - 1; and the one where a garment ends. */
	static final int AROUND = 48, RINGS = 33, COLLAR = 6;
	/** The level of that ring as far as nothing tells, and the highest at the back of a neck. */
	static final double USUAL = 1.5, BEHIND_NECK = 1.1;
	/** How far (dm) it stays behind what the photograph shows, and how far behind that a vertex is hidden. */
	private static final float BEHIND = 0.05f, HIDDEN = 0.4f;
	/** Cosine to the line of sight from which on a vertex is seen. */
	private static final double FACING = 0.25;
	/** How wide it begins, as a share, so that its neck comes out of what closes the head; and the level from which on it is as wide as it should be. */
	private static final double NECK = 0.8, LOWER = 1;

	final PreparedHead head;
	/** Camera axes, dm, [3 v]. */
	final float[] points = new float[3 * AROUND * RINGS];
	/** Where the photograph would show a vertex, pixels. */
	final float[] x = new float[AROUND * RINGS];
	final float[] y = new float[x.length];
	final boolean[] seen = new boolean[x.length];
	private final BodyPose pose;
	private final double collar;

	private BodyGrid(final PreparedHead head, final BodyPose pose, final double collar) {
		this.head = head;
		this.pose = pose;
		this.collar = collar;
	}

	/** @param collar level at which a garment ends at the sides */
	static BodyGrid of(final PreparedHead head, final BodyPose pose, final BodyWidths widths, final double collar, final Progress progress) {
		final BodyGrid out = new BodyGrid(head, pose, collar);
		for (int v = 0; v < out.x.length; v++) {
			if (v % AROUND == 0) progress.check();
			out.place(v, widths);
		}
		for (int v = 0; v < out.x.length; v++) out.seen[v] = out.isSeen(v);
		return out;
	}

	/** From the front towards positive x, radians. */
	static double angle(final int v) {
		return 2 * Math.PI * (v % AROUND) / AROUND;
	}

	/** Behind, cloth reaches higher than at the sides. */
	double level(final int v) {
		final int ring = v / AROUND;
		final double behind = Math.max(0, -Math.cos(angle(v))), end = collar + behind * (Math.min(collar, BEHIND_NECK) - collar);
		return ring <= COLLAR ? end * ring / COLLAR : end + (BodyModel.LAST - end) * (ring - COLLAR) / (RINGS - 1 - COLLAR);
	}

	/** The next ones around, and above and below as far as there are such. */
	static int[] neighbours(final int v) {
		final int ring = v / AROUND, k = v % AROUND, row = ring * AROUND;
		return new int[] { row + (k + 1) % AROUND, row + (k + AROUND - 1) % AROUND, Math.max(0, ring - 1) * AROUND + k, Math.min(RINGS - 1, ring + 1) * AROUND + k };
	}

	private void place(final int v, final BodyWidths widths) {
		final HeadCamera camera = head.camera();
		final double level = level(v), neck = NECK + (1 - NECK) * Math.min(1, level / LOWER), left = widths.left(level), right = widths.right(level);
		final double[] p = BodyModel.point(level, angle(v)), q = pose.toCamera(p), middle = pose.toCamera(BodyModel.middle(level));
		final double wide = neck * (q[0] < middle[0] ? left : right), deep = neck * (left + right) / 2, qz = middle[2] + deep * (q[2] - middle[2]);
		put(v, middle[0] + wide * (q[0] - middle[0]), q[1], qz);
		if (!isInside(v)) return;
		final double shown = shown(v) - BEHIND;
		if (qz > shown) put(v, camera.liftX(x[v], shown), camera.liftY(y[v], shown), shown);
	}

	private void put(final int v, final double qx, final double qy, final double qz) {
		points[3 * v] = (float) qx;
		points[3 * v + 1] = (float) qy;
		points[3 * v + 2] = (float) qz;
		x[v] = (float) head.camera().x(qx, qz);
		y[v] = (float) head.camera().y(qy, qz);
	}

	/** Depth of what the photograph shows at a vertex, dm. */
	private float shown(final int v) {
		final HeadMaps maps = head.maps();
		return maps.depth().sample(maps.column(x[v], y[v]), maps.row(x[v], y[v]), 0);
	}

	private boolean isInside(final int v) {
		return BodyWidths.matte(head, x[v], y[v]) > Mesh.SOLID;
	}

	private boolean isSeen(final int v) {
		return isInside(v) && points[3 * v + 2] > shown(v) - HIDDEN && facing(v) > FACING;
	}

	private double facing(final int v) {
		final int[] next = neighbours(v);
		final double[] a = difference(next[0], next[1]), b = difference(next[2], next[3]);
		final double nx = a[1] * b[2] - a[2] * b[1], ny = a[2] * b[0] - a[0] * b[2], nz = a[0] * b[1] - a[1] * b[0];
		return nz / (Math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9);
	}

	private double[] difference(final int v, final int w) {
		return new double[] { points[3 * v] - points[3 * w], points[3 * v + 1] - points[3 * w + 1], points[3 * v + 2] - points[3 * w + 2] };
	}
}
