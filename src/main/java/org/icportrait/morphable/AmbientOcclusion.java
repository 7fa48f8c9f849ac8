package org.icportrait.morphable;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How much of the light that comes evenly from all around reaches places of a head that hides some of it from them (ambient occlusion; Zhukov and others 1998): less
 * under a jaw than on a cheek. By rays along directions that lie evenly on a sphere. Stateless.
 */
public final class AmbientOcclusion {

	private static final int DIRECTIONS = 64;
	/** Cells of what is seen of the head along a direction, and how far (dm) from its origin that reaches: cells of half a centimetre. */
	private static final int GRID = 96;
	private static final double REACH = 2.2;
	/** How far (dm) before its surface places are looked at, along their normals, and how far behind what is nearest along a direction they may lie: a cell is as coarse. */
	private static final float OFF = 0.03f, BEHIND = 0.04f;
	private static final double GOLDEN = Math.PI * (1 + Math.sqrt(5));

	private AmbientOcclusion() {}

	/**
	 * For each place the share of that light that reaches it, 0..1; a new array.
	 *
	 * @param head that is in the way, camera axes, dm
	 * @param places on it, the same axes, [3 n]
	 * @param normals of theirs, outward, unit, [3 n]; 0, 0, 0 for a place that is not asked for, whose share is 1
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static float[] of(final Occluder head, final float[] places, final float[] normals, final Progress progress) {
		final double[][] axes = new double[DIRECTIONS][];
		final DepthBuffer[] nearest = new DepthBuffer[DIRECTIONS];
		Workers.parts(DIRECTIONS, progress, k -> {
			axes[k] = axes(k);
			nearest[k] = along(head, axes[k], progress);
		});
		final float[] out = new float[places.length / 3];
		Workers.rows(out.length, progress, i -> out[i] = share(axes, nearest, places, normals, 3 * i));
		return out;
	}

	private static float share(final double[][] axes, final DepthBuffer[] nearest, final float[] places, final float[] normals, final int i) {
		final float nx = normals[i], ny = normals[i + 1], nz = normals[i + 2], x = places[i] + OFF * nx, y = places[i + 1] + OFF * ny, z = places[i + 2] + OFF * nz;
		double open = 0, all = 0;
		for (int k = 0; k < nearest.length; k++) {
			final double[] a = axes[k];
			final double facing = a[6] * nx + a[7] * ny + a[8] * nz;
			if (facing <= 0) continue;
			all += facing;
			final float before = nearest[k].at((int) Math.floor(cell(a[0] * x + a[1] * y + a[2] * z)), (int) Math.floor(cell(a[3] * x + a[4] * y + a[5] * z)));
			if (before < a[6] * x + a[7] * y + a[8] * z + BEHIND) open += facing;
		}
		return all == 0 ? 1 : (float) (open / all);
	}

	/** The head as it is seen along a direction. */
	private static DepthBuffer along(final Occluder head, final double[] a, final Progress progress) {
		final float[] p = head.points(), x = new float[p.length / 3], y = new float[x.length], z = new float[x.length];
		for (int v = 0; v < x.length; v++) {
			x[v] = (float) cell(a[0] * p[3 * v] + a[1] * p[3 * v + 1] + a[2] * p[3 * v + 2]);
			y[v] = (float) cell(a[3] * p[3 * v] + a[4] * p[3 * v + 1] + a[5] * p[3 * v + 2]);
			z[v] = (float) (a[6] * p[3 * v] + a[7] * p[3 * v + 1] + a[8] * p[3 * v + 2]);
		}
		return head.draw(x, y, z, GRID, GRID, progress);
	}

	private static double cell(final double dm) {
		return (0.5 + dm / (2 * REACH)) * GRID;
	}

	/** Of the k-th direction on a Fibonacci spiral: two unit vectors across it and itself. */
	private static double[] axes(final int k) {
		final double y = 1 - 2 * (k + 0.5) / DIRECTIONS, ring = Math.sqrt(1 - y * y), around = GOLDEN * (k + 0.5), x = ring * Math.cos(around), z = ring * Math.sin(around);
		// Across: level, for none of the directions is upright, and what is upright to both.
		return new double[] { z / ring, 0, -x / ring, x * y / ring, -ring, y * z / ring, x, y, z };
	}
}
