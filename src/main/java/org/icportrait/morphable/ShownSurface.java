package org.icportrait.morphable;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.work.Progress;

/**
 * What a camera sees of an {@link Occluder} on a grid, and numbers of its vertices there, linearly between them (Gouraud 1971). Live; treat it as read-only.
 *
 * @param depth dm, [rows columns]; {@link DepthBuffer#EMPTY} where nothing is
 * @param numbers [count][rows columns]; 0 where nothing is
 */
public record ShownSurface(float[] depth, float[][] numbers) {

	/**
	 * @param toGrid picture pixels to cells
	 * @param ofVertices [count][v]
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static ShownSurface of(final Occluder surface, final float[][] ofVertices, final HeadCamera camera, final Similarity toGrid, final int columns, final int rows,
		final Progress progress)
	{
		final float[] p = surface.points(), x = new float[p.length / 3], y = new float[x.length];
		for (int v = 0; v < x.length; v++) {
			final double px = camera.x(p[3 * v], p[3 * v + 2]), py = camera.y(p[3 * v + 1], p[3 * v + 2]);
			x[v] = (float) toGrid.x(px, py) - 0.5f;
			y[v] = (float) toGrid.y(px, py) - 0.5f;
		}
		final ShownSurface out = new ShownSurface(new float[columns * rows], new float[ofVertices.length][columns * rows]);
		Arrays.fill(out.depth, DepthBuffer.EMPTY);
		final int[] t = surface.triangles();
		for (int i = 0; i < t.length; i += 3) {
			if (i % 3072 == 0) progress.check();
			out.draw(x, y, p, ofVertices, t[i], t[i + 1], t[i + 2], columns, rows);
		}
		return out;
	}

	private void draw(final float[] x, final float[] y, final float[] p, final float[][] ofVertices, final int a, final int b, final int c, final int columns, final int rows) {
		final float bx = x[b] - x[a], by = y[b] - y[a], cx = x[c] - x[a], cy = y[c] - y[a], size = bx * cy - cx * by, sign = Math.signum(size);
		if (size == 0) return;
		final int left = (int) Math.max(0, Math.ceil(Math.min(x[a], Math.min(x[b], x[c])))), right = (int) Math.min(columns - 1, Math.floor(Math.max(x[a], Math.max(x[b], x[c]))));
		final int top = (int) Math.max(0, Math.ceil(Math.min(y[a], Math.min(y[b], y[c])))), bottom = (int) Math.min(rows - 1, Math.floor(Math.max(y[a], Math.max(y[b], y[c]))));
		for (int j = top; j <= bottom; j++) {
			for (int i = left; i <= right; i++) {
				final float px = i - x[a], py = j - y[a], ofB = px * cy - cx * py, ofC = bx * py - px * by;
				if (sign * ofB < 0 || sign * ofC < 0) continue;
				final float s = ofB / size, u = ofC / size;
				if (s + u > 1) continue;
				final int at = j * columns + i;
				final float z = between(p[3 * a + 2], p[3 * b + 2], p[3 * c + 2], s, u);
				if (z <= depth[at]) continue;
				depth[at] = z;
				for (int k = 0; k < numbers.length; k++) numbers[k][at] = between(ofVertices[k][a], ofVertices[k][b], ofVertices[k][c], s, u);
			}
		}
	}

	private static float between(final float a, final float b, final float c, final float s, final float u) {
		return a + s * (b - a) + u * (c - a);
	}
}
