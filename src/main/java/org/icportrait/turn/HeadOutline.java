package org.icportrait.turn;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;

/**
 * Where a photograph shows the outline of its fitted head, on a grid {@link #FINER} times as fine as the mesh's. Immutable; arrays are live, treat them as read-only.
 *
 * @param points of the head, whose ears are laid against it, camera axes, dm, [3 v]
 * @param cells of the grid that are outline, in their order
 * @param depths of the middle between front and rear in each, dm
 * @param directions out of the head in each, x and y, unit vectors, [2 i]
 */
record HeadOutline(float[] points, int[] cells, float[] depths, double[] directions) {

	/** Cells of this grid in one of the mesh's, along a side. */
	static final int FINER = 2;
	/** Radius over which its direction is told, dm. */
	private static final double DIRECTION = 0.06;
	/** Half the width of a head without its ears, dm. */
	private static final float SIDE = 0.7f;
	/** Above the lower end of the fitted neck by so much (dm) there is an outline. */
	private static final float END = 0.3f;

	/** @param mesh of the head, for any turn @return null where no head was fitted */
	static HeadOutline of(final PreparedHead head, final Mesh mesh, final Progress progress) {
		return head.fitted() == null ? null : of(head.fitted(), head.camera(), mesh, progress);
	}

	private static HeadOutline of(final FittedHead fitted, final HeadCamera camera, final Mesh mesh, final Progress progress) {
		final float[] points = earless(fitted);
		final Similarity toGrid = mesh.toGrid(FINER), fromGrid = toGrid.inverse();
		final int columns = FINER * mesh.columns(), rows = FINER * mesh.rows();
		final Occluder surface = new Occluder(points, fitted.model().triangles());
		final DepthBuffer front = surface.nearest(camera, toGrid, columns, rows, progress), rear = surface.farthest(camera, toGrid, columns, rows, progress);
		final Picture mask = new Picture(columns, rows, 1);
		for (int i = 0; i < mask.data().length; i++) mask.data()[i] = isThere(front, i) ? 1 : 0;
		final float[] soft = BoxBlur.twice(mask, Math.max(1, (int) Math.round(DIRECTION * (FINER * camera.s() / mesh.step()))), progress).data();
		final double lowest = lowest(points);
		final int[] cells = new int[soft.length];
		final float[] depths = new float[soft.length];
		final double[] directions = new double[2 * soft.length];
		int count = 0;
		for (int i = columns + 1; i < soft.length - columns - 1; i++) {
			if (!isThere(front, i) || isThere(front, i - 1) && isThere(front, i + 1) && isThere(front, i - columns) && isThere(front, i + columns)) continue;
			final float depth = (front.at(i % columns, i / columns) - rear.at(i % columns, i / columns)) / 2;
			final double nx = soft[i - 1] - soft[i + 1], ny = soft[i - columns] - soft[i + columns], length = Math.hypot(nx, ny);
			if (length < 1e-6 || camera.liftY(fromGrid.y(i % columns + 0.5, i / columns + 0.5), depth) < lowest + END) continue;
			cells[count] = i;
			depths[count] = depth;
			directions[2 * count] = nx / length;
			directions[2 * count++ + 1] = ny / length;
		}
		return new HeadOutline(points, Arrays.copyOf(cells, count), Arrays.copyOf(depths, count), Arrays.copyOf(directions, 2 * count));
	}

	private static boolean isThere(final DepthBuffer depths, final int i) {
		return depths.at(i % depths.columns(), i / depths.columns()) != DepthBuffer.EMPTY;
	}

	/** The fitted head with its ears laid against it. */
	private static float[] earless(final FittedHead fitted) {
		final HeadModel model = fitted.model();
		final float[] out = fitted.points().clone();
		for (int v = 0; v < model.size(); v++) {
			if (!model.isEar(v)) continue;
			final float x = model.neutral()[3 * v], by = Math.signum(x) * SIDE - x;
			out[3 * v] += (float) fitted.rotation().x(by, 0, 0);
			out[3 * v + 1] += (float) fitted.rotation().y(by, 0, 0);
			out[3 * v + 2] += (float) fitted.rotation().z(by, 0, 0);
		}
		return out;
	}

	private static double lowest(final float[] points) {
		double out = Double.MAX_VALUE;
		for (int v = 1; v < points.length; v += 3) out = Math.min(out, points[v]);
		return out;
	}
}
