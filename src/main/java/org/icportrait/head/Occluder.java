package org.icportrait.head;

import org.icportrait.work.Progress;

/**
 * A surface that stands in the way of light. Arrays are live; treat them as read-only.
 *
 * @param points camera axes, dm from the head origin, [3 v]
 * @param triangles three vertices each
 */
public record Occluder(float[] points, int[] triangles) {

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
