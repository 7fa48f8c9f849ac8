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

	/** Those triangles alone whose corners are all of a kind, and of the vertices theirs, in the same order. */
	public Occluder part(final IntPredicate kind) {
		final int[] places = new int[points.length / 3], out = new int[triangles.length];
		final float[] kept = new float[points.length];
		int count = 0, length = 0;
		for (int v = 0; v < places.length; v++) {
			places[v] = kind.test(v) ? count++ : -1;
			if (places[v] >= 0) System.arraycopy(points, 3 * v, kept, 3 * places[v], 3);
		}
		for (int t = 0; t < triangles.length; t += 3) {
			if (places[triangles[t]] < 0 || places[triangles[t + 1]] < 0 || places[triangles[t + 2]] < 0) continue;
			for (int k = 0; k < 3; k++) out[length++] = places[triangles[t + k]];
		}
		return new Occluder(Arrays.copyOf(kept, 3 * count), Arrays.copyOf(out, length));
	}

	/**
	 * Its depth (dm) nearest to a camera, on a grid.
	 *
	 * @param toGrid picture pixels to cells
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public DepthBuffer nearest(final HeadCamera camera, final Similarity toGrid, final int columns, final int rows, final Progress progress) {
		return draw(camera, toGrid, 1, new DepthBuffer(columns, rows), progress);
	}

	/** The same of its depth farthest from the camera, negative. */
	public DepthBuffer farthest(final HeadCamera camera, final Similarity toGrid, final int columns, final int rows, final Progress progress) {
		return draw(camera, toGrid, -1, new DepthBuffer(columns, rows), progress);
	}

	/** @param sign 1 for what is nearest to the camera, -1 for what is farthest @param out empty @return the same */
	DepthBuffer draw(final HeadCamera camera, final Similarity toGrid, final int sign, final DepthBuffer out, final Progress progress) {
		final float[] x = new float[points.length / 3], y = new float[x.length], z = new float[x.length];
		for (int v = 0; v < x.length; v++) {
			final double px = camera.x(points[3 * v], points[3 * v + 2]), py = camera.y(points[3 * v + 1], points[3 * v + 2]);
			x[v] = (float) toGrid.x(px, py);
			y[v] = (float) toGrid.y(px, py);
			z[v] = sign * points[3 * v + 2];
		}
		return draw(x, y, z, out, progress);
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
		return draw(x, y, z, new DepthBuffer(columns, rows), progress);
	}

	private DepthBuffer draw(final float[] x, final float[] y, final float[] z, final DepthBuffer out, final Progress progress) {
		for (int i = 0; i < triangles.length; i += 3) {
			if (i % 3072 == 0) progress.check();
			out.draw(x, y, z, triangles[i], triangles[i + 1], triangles[i + 2]);
		}
		return out;
	}

	/** Unit normals of the vertices, outward where triangles run counter-clockwise, the axes of the points, [3 v]; made anew at each call. */
	public float[] normals() {
		final float[] out = new float[points.length];
		final int[] t = triangles;
		for (int i = 0; i < t.length; i += 3) addNormal(t[i], t[i + 1], t[i + 2], out);
		for (int v = 0; v < out.length; v += 3) {
			final float length = (float) Math.sqrt(out[v] * out[v] + out[v + 1] * out[v + 1] + out[v + 2] * out[v + 2]) + 1e-12f;
			for (int c = 0; c < 3; c++) out[v + c] /= length;
		}
		return out;
	}

	/** A triangle's normal, as long as twice its area. */
	private void addNormal(final int a, final int b, final int c, final float[] out) {
		final float[] p = points;
		final float ux = p[3 * b] - p[3 * a], uy = p[3 * b + 1] - p[3 * a + 1], uz = p[3 * b + 2] - p[3 * a + 2];
		final float wx = p[3 * c] - p[3 * a], wy = p[3 * c + 1] - p[3 * a + 1], wz = p[3 * c + 2] - p[3 * a + 2];
		final float nx = uy * wz - uz * wy, ny = uz * wx - ux * wz, nz = ux * wy - uy * wx;
		for (final int v : new int[] { a, b, c }) {
			out[3 * v] += nx;
			out[3 * v + 1] += ny;
			out[3 * v + 2] += nz;
		}
	}
}
