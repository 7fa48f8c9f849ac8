package org.icportrait.morphable;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How much of the light that comes evenly from all around reaches places of a head that hides some of it from them (ambient occlusion; Zhukov and others 1998): less
 * under a jaw than on a cheek. By rays along directions that lie evenly on a sphere. Stateless.
 */
public final class AmbientOcclusion {

	private static final int DIRECTIONS = 64;
	/** Cells of what is seen along a direction. */
	private static final int GRID = 96;
	private static final double GOLDEN = Math.PI * (1 + Math.sqrt(5));

	private AmbientOcclusion() {}

	/**
	 * What part of a head is looked at, and how finely.
	 *
	 * @param x of its middle, dm, as the next two
	 * @param y upwards
	 * @param z to the viewer
	 * @param reach how far (dm) from there: of a hundredth of twice that is a cell
	 * @param off how far (dm) before its surface places are looked at, along their normals
	 * @param behind how far (dm) behind what is nearest along a direction they may lie: a cell is as coarse
	 */
	public record Part(float x, float y, float z, double reach, float off, float behind) {

		/** All of it, in cells of half a centimetre. */
		static final Part HEAD = new Part(0, 0, 0, 2.2, 0.03f, 0.04f);

		private double cell(final double dm) {
			return (0.5 + dm / (2 * reach)) * GRID;
		}
	}

	/** How bright it is along a direction: 0 and more. */
	@FunctionalInterface
	public interface Sky {

		/** Of the same light from everywhere. */
		Sky EVEN = (x, y, z) -> 1;

		/** @param x unit vector, camera axes, to where light comes from, as the next two */
		double along(double x, double y, double z);
	}

	/**
	 * For each place the share of that light that reaches it, 0..1; a new array.
	 *
	 * @param head that is in the way, camera axes, dm
	 * @param places on it, the same axes, [3 n]
	 * @param normals of theirs, outward, unit, [3 n]; 0, 0, 0 for a place that is not asked for, whose share is 1
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static float[] of(final Occluder head, final float[] places, final float[] normals, final Progress progress) {
		return of(head, Part.HEAD, Sky.EVEN, places, normals, progress);
	}

	/** The same of a part of it and of light that is not the same from everywhere: shares of what would reach the place if nothing were in its way. */
	public static float[] of(final Occluder head, final Part part, final Sky sky, final float[] places, final float[] normals, final Progress progress) {
		final double[][] axes = new double[DIRECTIONS][];
		final DepthBuffer[] nearest = new DepthBuffer[DIRECTIONS];
		Workers.parts(DIRECTIONS, progress, k -> {
			axes[k] = axes(k, sky);
			nearest[k] = along(head, part, axes[k], progress);
		});
		final float[] out = new float[places.length / 3];
		Workers.rows(out.length, progress, i -> out[i] = share(part, axes, nearest, places, normals, 3 * i));
		return out;
	}

	private static float share(final Part part, final double[][] axes, final DepthBuffer[] nearest, final float[] places, final float[] normals, final int i) {
		final float nx = normals[i], ny = normals[i + 1], nz = normals[i + 2];
		if (nx == 0 && ny == 0 && nz == 0) return 1;
		final float x = places[i] - part.x + part.off * nx, y = places[i + 1] - part.y + part.off * ny, z = places[i + 2] - part.z + part.off * nz;
		double open = 0, all = 0;
		for (int k = 0; k < nearest.length; k++) {
			final double[] a = axes[k];
			final double facing = a[6] * nx + a[7] * ny + a[8] * nz;
			if (facing <= 0) continue;
			all += facing * a[9];
			final float before = nearest[k].at((int) Math.floor(part.cell(a[0] * x + a[1] * y + a[2] * z)), (int) Math.floor(part.cell(a[3] * x + a[4] * y + a[5] * z)));
			if (before < a[6] * x + a[7] * y + a[8] * z + part.behind) open += facing * a[9];
		}
		return all == 0 ? 1 : (float) (open / all);
	}

	/** The head as it is seen along a direction. */
	private static DepthBuffer along(final Occluder head, final Part part, final double[] a, final Progress progress) {
		final float[] p = head.points(), x = new float[p.length / 3], y = new float[x.length], z = new float[x.length];
		for (int v = 0; v < x.length; v++) {
			final float px = p[3 * v] - part.x, py = p[3 * v + 1] - part.y, pz = p[3 * v + 2] - part.z;
			x[v] = (float) part.cell(a[0] * px + a[1] * py + a[2] * pz);
			y[v] = (float) part.cell(a[3] * px + a[4] * py + a[5] * pz);
			z[v] = (float) (a[6] * px + a[7] * py + a[8] * pz);
		}
		return head.draw(x, y, z, GRID, GRID, progress);
	}

	/** Of the k-th direction on a Fibonacci spiral: two unit vectors across it and itself; and how bright it is. */
	private static double[] axes(final int k, final Sky sky) {
		final double y = 1 - 2 * (k + 0.5) / DIRECTIONS, ring = Math.sqrt(1 - y * y), around = GOLDEN * (k + 0.5), x = ring * Math.cos(around), z = ring * Math.sin(around);
		// Across: level, for none of the directions is upright, and what is upright to both.
		return new double[] { z / ring, 0, -x / ring, x * y / ring, -ring, y * z / ring, x, y, z, sky.along(x, y, z) };
	}
}
