package org.icportrait.turn;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;

/**
 * How the outline of a head moves when it turns: that of the fitted head, whose cranium is longer than broad and whose jaw ends before its neck, without ears.
 * An outline is never the same places before and after, so it moves from where the head ends across it to where the turned head does. Stateless.
 */
final class OutlineMoves {

	/** How far an outline moves at most; radius over which its moves are smoothed, dm. */
	private static final double MOST = 0.3, SMOOTH = 0.06;
	/** Distances (dm) from the fitted outline between which that of the person ceases to be the head's: locks beyond it are loose. */
	private static final float CLOSE = 0.2f, LOOSE = 0.45f;
	/** Canonical heights (dm) between which a head's outline becomes that of its neck, which no face tells, and how surely it is the person's there. */
	private static final float JAW = -0.5f, LOBE = -0.2f, NECK = 0.2f;

	private final HeadCamera camera;
	private final Twist twist;
	private final HeadOutline outline;
	private final int[] triangles;
	private final int columns;
	private final int rows;
	private final double cell;
	private final Similarity toGrid;
	private final Similarity fromGrid;

	private OutlineMoves(final PreparedHead head, final HeadOutline outline, final Twist twist, final Mesh mesh) {
		camera = head.camera();
		this.outline = outline;
		triangles = head.fitted().model().triangles();
		this.twist = twist;
		columns = HeadOutline.FINER * mesh.columns();
		rows = HeadOutline.FINER * mesh.rows();
		cell = mesh.step() / HeadOutline.FINER;
		toGrid = mesh.toGrid(HeadOutline.FINER);
		fromGrid = toGrid.inverse();
	}

	/**
	 * @param outline of the head as the photograph shows it; null where no head was fitted
	 * @param mesh of the head
	 * @return on its grid: x and y, picture pixels, continued from the outline all around; and how much that is the outline here, 0..1; null where no head was fitted
	 */
	static Picture of(final PreparedHead head, final HeadOutline outline, final Twist twist, final Mesh mesh, final Progress progress) {
		return outline == null ? null : new OutlineMoves(head, outline, twist, mesh).moves(mesh, progress);
	}

	private Picture moves(final Mesh mesh, final Progress progress) {
		final DepthBuffer after = new Occluder(twist.turned(outline.points(), progress), triangles).nearest(camera, toGrid, columns, rows, progress);
		final Picture known = new Picture(mesh.columns(), mesh.rows(), 3);
		final float[] move = new float[2];
		final int n = known.planeSize();
		for (int k = 0; k < outline.cells().length; k++) {
			if (!move(outline.cells()[k], outline.depths()[k], outline.directions()[2 * k], outline.directions()[2 * k + 1], after, move)) continue;
			final int to = vertex(outline.cells()[k]);
			for (int c = 0; c < 2; c++) known.data()[c * n + to] += move[c];
			known.data()[2 * n + to]++;
		}
		final Picture out = continued(known, progress);
		for (int v = 0; v < n; v++) out.data()[2 * n + v] *= NECK + (1 - NECK) * Smooth.step(JAW, LOBE, mesh.canonical()[3 * v + 1]);
		return out;
	}

	/** The vertex of the mesh in whose cell one of this grid lies. */
	private int vertex(final int at) {
		final int w = columns / HeadOutline.FINER;
		return Math.min(rows / HeadOutline.FINER - 1, at / columns / HeadOutline.FINER) * w + Math.min(w - 1, at % columns / HeadOutline.FINER);
	}

	/** @param sums of moves, and how many */
	private Picture continued(final Picture sums, final Progress progress) {
		final int n = sums.planeSize();
		final double perDm = dm() / HeadOutline.FINER;
		final Picture smooth = BoxBlur.twice(sums, Math.max(1, (int) Math.round(SMOOTH * perDm)), progress), moves = new Picture(sums.width(), sums.height(), 2);
		final float[] weight = new float[n];
		final boolean[] there = new boolean[n];
		for (int i = 0; i < n; i++) {
			there[i] = sums.data()[2 * n + i] > 0;
			weight[i] = smooth.data()[2 * n + i] > 1e-6f ? 1 : 0;
			for (int c = 0; c < 2; c++) moves.data()[c * n + i] = weight[i] == 0 ? 0 : smooth.data()[c * n + i] / smooth.data()[2 * n + i];
		}
		final Picture filled = PushPull.fill(moves, weight, progress), out = new Picture(sums.width(), sums.height(), 3);
		System.arraycopy(filled.data(), 0, out.data(), 0, 2 * n);
		final float[] far = Distance.to(there, sums.width(), 1 + (int) Math.ceil(LOOSE * perDm), progress);
		for (int i = 0; i < n; i++) out.data()[2 * n + i] = 1 - Smooth.step(CLOSE, LOOSE, (float) (far[i] / perDm));
		return out;
	}

	/** How far the outline at a cell moves, picture pixels; false where there is none. @param depth of its middle @param nx direction out of the head, and ny */
	private boolean move(final int at, final float depth, final double nx, final double ny, final DepthBuffer after, final float[] out) {
		final double px = fromGrid.x(at % columns + 0.5, at / columns + 0.5), py = fromGrid.y(at % columns + 0.5, at / columns + 0.5);
		final double x = camera.liftX(px, depth), y = camera.liftY(py, depth);
		final Rotation r = twist.ofFront(vertex(at));
		final double z = r.z(x, y, depth), dx = (camera.x(r.x(x, y, depth), z) - px) / cell, dy = (camera.y(r.y(x, y, depth), z) - py) / cell, along = dx * -ny + dy * nx;
		// From where its middle comes to along the outline, to the next place across it where the turned head ends.
		final double bx = at % columns + 0.5 - along * ny, by = at / columns + 0.5 + along * nx;
		final int most = (int) (MOST * dm());
		for (int k = 0; k <= 2 * most; k++) {
			final int d = k % 2 == 0 ? k / 2 : -(k + 1) / 2;
			if (!isThere(after, bx + d * nx, by + d * ny) || isThere(after, bx + (d + 1) * nx, by + (d + 1) * ny)) continue;
			out[0] = (float) ((bx + d * nx - at % columns - 0.5) * cell);
			out[1] = (float) ((by + d * ny - at / columns - 0.5) * cell);
			return true;
		}
		return false;
	}

	private static boolean isThere(final DepthBuffer depths, final double x, final double y) {
		return depths.at((int) Math.floor(x), (int) Math.floor(y)) != DepthBuffer.EMPTY;
	}

	/** Cells in a dm. */
	private double dm() {
		return camera.s() / cell;
	}
}
