package org.icportrait.morphable;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Points sorted into cubes, so that the nearest one to a place is found among a few. Immutable. */
final class VertexBins {

	private static final float SIDE = 0.08f;

	private final float[] points;
	private final float[] low = new float[3];
	private final int[] sides = new int[3];
	/** Vertices bin by bin, and where each bin begins. */
	private final int[] sorted;
	private final int[] start;

	/** @param points [3 v], dm; kept @param counts which of them can be found */
	VertexBins(final float[] points, final IntPredicate counts) {
		this.points = points;
		final int count = points.length / 3;
		for (int c = 0; c < 3; c++) {
			float least = Float.MAX_VALUE, most = -Float.MAX_VALUE;
			for (int v = 0; v < count; v++) {
				least = Math.min(least, points[3 * v + c]);
				most = Math.max(most, points[3 * v + c]);
			}
			low[c] = least;
			sides[c] = (int) ((most - least) / SIDE) + 1;
		}
		start = new int[sides[0] * sides[1] * sides[2] + 1];
		final int[] found = IntStream.range(0, count).filter(counts).toArray();
		for (final int v : found) start[bin(v) + 1]++;
		for (int b = 1; b < start.length; b++) start[b] += start[b - 1];
		sorted = new int[found.length];
		final int[] next = start.clone();
		for (final int v : found) sorted[next[bin(v)]++] = v;
	}

	private int bin(final int v) {
		return (index(points[3 * v + 2], 2) * sides[1] + index(points[3 * v + 1], 1)) * sides[0] + index(points[3 * v], 0);
	}

	private int index(final float x, final int axis) {
		return (int) Math.floor((x - low[axis]) / SIDE);
	}

	/** The nearest point within {@code reach}; -1 where there is none. */
	int nearest(final float x, final float y, final float z, final float reach) {
		int best = -1;
		float least = reach * reach;
		for (int k = Math.max(0, index(z - reach, 2)); k <= Math.min(sides[2] - 1, index(z + reach, 2)); k++) {
			for (int j = Math.max(0, index(y - reach, 1)); j <= Math.min(sides[1] - 1, index(y + reach, 1)); j++) {
				final int row = (k * sides[1] + j) * sides[0];
				final int from = Math.max(0, index(x - reach, 0)), to = Math.min(sides[0] - 1, index(x + reach, 0));
				if (from > to) continue;
				for (int i = start[row + from]; i < start[row + to + 1]; i++) {
					final int v = sorted[i];
					final float dx = points[3 * v] - x, dy = points[3 * v + 1] - y, dz = points[3 * v + 2] - z, d = dx * dx + dy * dy + dz * dz;
					if (d < least) {
						least = d;
						best = v;
					}
				}
			}
		}
		return best;
	}
}
