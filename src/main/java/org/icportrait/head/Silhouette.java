package org.icportrait.head;

import java.util.Arrays;

/** For each vertex inside a mask the nearest vertex outside, by sweeps over the grid (Danielsson 1980), how far it is, and the next one above. */
final class Silhouette {

	private final MeshGrid grid;
	private final double scale;
	private final int columns;
	private final int rows;
	private final int[] nearest;
	private final int[] above;

	/** @param inside which vertices are @param scale pixels for one dm */
	Silhouette(final boolean[] inside, final MeshGrid grid, final double scale) {
		this.grid = grid;
		this.scale = scale;
		columns = grid.columns();
		rows = grid.rows();
		nearest = new int[inside.length];
		Arrays.fill(nearest, -1);
		for (int v = 0; v < inside.length; v++) {
			if (!inside[v]) nearest[v] = v;
		}
		above = new int[inside.length];
		for (int v = 0; v < inside.length; v++) above[v] = !inside[v] ? v : v < columns ? -1 : above[v - columns];
		for (int pass = 0; pass < 2; pass++) {
			for (int v = 0; v < inside.length; v++) sweep(v, -1);
			for (int v = inside.length - 1; v >= 0; v--) sweep(v, 1);
		}
	}

	/** Index of the next vertex outside straight above in the picture, or -1 where there is none. */
	int above(final int v) {
		return above[v];
	}

	/** Index of the nearest vertex outside, or -1 where everything is inside. */
	int nearest(final int v) {
		return nearest[v];
	}

	/** How far the nearest vertex outside is, dm; infinite where everything is inside. */
	double within(final int v) {
		final int near = nearest[v];
		return near < 0 ? Double.POSITIVE_INFINITY : Math.hypot(grid.x(v) - grid.x(near), grid.y(v) - grid.y(near)) / scale;
	}

	private void sweep(final int v, final int side) {
		final int i = v % columns, j = v / columns;
		offer(v, i + side, j);
		for (int d = -1; d <= 1; d++) offer(v, i + d, j + side);
	}

	private void offer(final int v, final int i, final int j) {
		if (i < 0 || j < 0 || i >= columns || j >= rows) return;
		final int candidate = nearest[j * columns + i];
		if (candidate >= 0 && (nearest[v] < 0 || distance(v, candidate) < distance(v, nearest[v]))) nearest[v] = candidate;
	}

	private int distance(final int v, final int w) {
		final int dx = v % columns - w % columns, dy = v / columns - w / columns;
		return dx * dx + dy * dy;
	}
}
