package org.icportrait.quality;

import java.util.ArrayList;
import java.util.List;

/** Distances from places to a surface of triangles: to those around the nearest vertex. */
final class SurfaceDistance {

	private final float[] points;
	private final int[] triangles;
	private final List<List<Integer>> around = new ArrayList<>();

	SurfaceDistance(final float[] points, final int[] triangles) {
		this.points = points;
		this.triangles = triangles;
		for (int v = 0; v < points.length / 3; v++) around.add(new ArrayList<>());
		for (int t = 0; t < triangles.length; t++) around.get(triangles[t]).add(t / 3 * 3);
	}

	double of(final double x, final double y, final double z) {
		int near = 0;
		double least = Double.MAX_VALUE;
		for (int v = 0; v < points.length / 3; v++) {
			final double dx = points[3 * v] - x, dy = points[3 * v + 1] - y, dz = points[3 * v + 2] - z, d = dx * dx + dy * dy + dz * dz;
			if (d < least && !around.get(v).isEmpty()) {
				least = d;
				near = v;
			}
		}
		for (final int t : around.get(near)) least = Math.min(least, toTriangle(t, x, y, z));
		return Math.sqrt(least);
	}

	/** Squared; samples of the triangle are fine enough, for it has millimetres. */
	private double toTriangle(final int t, final double x, final double y, final double z) {
		double least = Double.MAX_VALUE;
		final int steps = 4;
		for (int i = 0; i <= steps; i++) {
			for (int j = 0; i + j <= steps; j++) {
				final double a = i / (double) steps, b = j / (double) steps, c = 1 - a - b;
				double d = 0;
				final double[] p = { x, y, z };
				for (int k = 0; k < 3; k++) {
					final double at = a * points[3 * triangles[t] + k] + b * points[3 * triangles[t + 1] + k] + c * points[3 * triangles[t + 2] + k];
					d += (at - p[k]) * (at - p[k]);
				}
				least = Math.min(least, d);
			}
		}
		return least;
	}
}
