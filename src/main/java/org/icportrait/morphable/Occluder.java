package org.icportrait.morphable;

import java.util.Arrays;
import java.util.function.IntPredicate;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.work.Progress;

/**
 * A surface that stands in the way of light. Arrays are live; treat them as read-only.
 *
 * @param points camera axes, dm from the head origin, [3 v]
 * @param triangles three vertices each
 */
public record Occluder(float[] points, int[] triangles) {

	/** The same vertices with those triangles alone whose corners are all of a kind. */
	public Occluder part(final IntPredicate kind) {
		final int[] out = new int[triangles.length];
		int length = 0;
		for (int t = 0; t < triangles.length; t += 3) {
			if (!kind.test(triangles[t]) || !kind.test(triangles[t + 1]) || !kind.test(triangles[t + 2])) continue;
			for (int k = 0; k < 3; k++) out[length++] = triangles[t + k];
		}
		return new Occluder(points, Arrays.copyOf(out, length));
	}

	/**
	 * Its depth (dm) nearest to a camera, on a grid.
	 *
	 * @param toGrid picture pixels to cells
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public DepthBuffer nearest(final HeadCamera camera, final Similarity toGrid, final int columns, final int rows, final Progress progress) {
		return draw(camera, toGrid, 1, columns, rows, progress);
	}

	/** The same of its depth farthest from the camera, negative. */
	public DepthBuffer farthest(final HeadCamera camera, final Similarity toGrid, final int columns, final int rows, final Progress progress) {
		return draw(camera, toGrid, -1, columns, rows, progress);
	}

	private DepthBuffer draw(final HeadCamera camera, final Similarity toGrid, final int sign, final int columns, final int rows, final Progress progress) {
		final float[] x = new float[points.length / 3], y = new float[x.length], z = new float[x.length];
		for (int v = 0; v < x.length; v++) {
			final double px = camera.x(points[3 * v], points[3 * v + 2]), py = camera.y(points[3 * v + 1], points[3 * v + 2]);
			x[v] = (float) toGrid.x(px, py);
			y[v] = (float) toGrid.y(px, py);
			z[v] = sign * points[3 * v + 2];
		}
		return draw(x, y, z, columns, rows, progress);
	}

	/**
	 * Its nearest depth on a grid.
	 *
	 * @param x of its vertices, cells
	 * @param y of its vertices, cells
	 * @param z of its vertices; the larger, the nearer
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public DepthBuffer draw(final float[] x, final float[] y, final float[] z, final int columns, final int rows, final Progress progress) {
		final DepthBuffer out = new DepthBuffer(columns, rows);
		for (int i = 0; i < triangles.length; i += 3) {
			if (i % 3072 == 0) progress.check();
			out.draw(x, y, z, triangles[i], triangles[i + 1], triangles[i + 2]);
		}
		return out;
	}
}
