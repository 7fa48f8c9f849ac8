package org.icportrait.head;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * How well a photograph shows each vertex of a fitted head: by the cosine between normal and line of sight, 0 where another part of the
 * head stands before it.
 */
final class FittedSight {

	/** Side of a cell of the depth buffer, and how far (dm) behind the nearest surface a vertex may lie and still be seen. */
	private static final double CELL = 0.025, BEHIND = 0.05;
	private static final int CELLS = 160;
	private static final float REACH = (float) (CELL * CELLS / 2);
	private static final float GRAZING = 0.1f, FACING = 0.5f;

	private final FittedHead head;
	private final HeadCamera camera;
	/** Vertices on the screen of an eye at the camera's place, dm. */
	private final float[] x;
	private final float[] y;
	private final float[] nearest = new float[CELLS * CELLS];

	private FittedSight(final FittedHead head, final HeadCamera camera) {
		this.head = head;
		this.camera = camera;
		x = new float[head.model().size()];
		y = new float[x.length];
		for (int v = 0; v < x.length; v++) {
			final double scale = camera.scale(head.points()[3 * v + 2]) / camera.s();
			x[v] = (float) (head.points()[3 * v] * scale);
			y[v] = (float) (head.points()[3 * v + 1] * scale);
		}
		Arrays.fill(nearest, Float.NEGATIVE_INFINITY);
	}

	/** 0..1 for each vertex. */
	static float[] of(final FittedHead head, final HeadCamera camera, final Progress progress) {
		final FittedSight sight = new FittedSight(head, camera);
		final int[] triangles = head.model().triangles();
		for (int t = 0; t < triangles.length; t += 3) {
			if (t % 3072 == 0) progress.check();
			sight.draw(triangles[t], triangles[t + 1], triangles[t + 2]);
		}
		return sight.confidence(head.normals());
	}

	private void draw(final int a, final int b, final int c) {
		final float[] p = head.points();
		final float size = (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);
		if (size <= 0) return; // seen from inside
		final int left = column(Math.min(x[a], Math.min(x[b], x[c]))), right = column(Math.max(x[a], Math.max(x[b], x[c])));
		final int low = column(Math.min(y[a], Math.min(y[b], y[c]))), high = column(Math.max(y[a], Math.max(y[b], y[c])));
		for (int j = Math.max(0, low); j <= Math.min(CELLS - 1, high); j++) {
			for (int i = Math.max(0, left); i <= Math.min(CELLS - 1, right); i++) {
				final float px = (i + 0.5f) * (float) CELL - REACH, py = (j + 0.5f) * (float) CELL - REACH;
				final float s = ((px - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (py - y[a])) / size;
				final float t = ((x[b] - x[a]) * (py - y[a]) - (px - x[a]) * (y[b] - y[a])) / size;
				if (s < 0 || t < 0 || s + t > 1) continue;
				final float z = p[3 * a + 2] + s * (p[3 * b + 2] - p[3 * a + 2]) + t * (p[3 * c + 2] - p[3 * a + 2]);
				nearest[j * CELLS + i] = Math.max(nearest[j * CELLS + i], z);
			}
		}
	}

	private static int column(final float x) {
		return (int) Math.floor((x + REACH) / CELL);
	}

	private float[] confidence(final float[] normals) {
		final float[] out = new float[x.length], p = head.points();
		final double k = camera.k();
		for (int v = 0; v < out.length; v++) {
			final double vx = -k * p[3 * v], vy = -k * p[3 * v + 1], vz = 1 - k * p[3 * v + 2];
			final double cosine = (normals[3 * v] * vx + normals[3 * v + 1] * vy + normals[3 * v + 2] * vz) / Math.sqrt(vx * vx + vy * vy + vz * vz);
			final int i = column(x[v]), j = column(y[v]);
			final boolean hidden = i >= 0 && j >= 0 && i < CELLS && j < CELLS && nearest[j * CELLS + i] > p[3 * v + 2] + BEHIND;
			out[v] = hidden ? 0 : Smooth.step(GRAZING, FACING, (float) cosine);
		}
		return out;
	}
}
