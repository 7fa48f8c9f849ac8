package org.icportrait.head;

import java.util.Arrays;

/**
 * The nearest depth of triangles on a grid whose cell (i, j) has its middle at (i + 0.5, j + 0.5). Not thread-safe while it is drawn on; may
 * be read by many threads after that.
 */
public final class DepthBuffer {

	/** Of cells that nothing covers. */
	public static final float EMPTY = Float.NEGATIVE_INFINITY;

	private final int columns;
	private final int rows;
	private final float[] nearest;

	public DepthBuffer(final int columns, final int rows) {
		this.columns = columns;
		this.rows = rows;
		nearest = new float[columns * rows];
		Arrays.fill(nearest, EMPTY);
	}

	public int columns() {
		return columns;
	}

	public int rows() {
		return rows;
	}

	/** Of a cell; {@link #EMPTY} where nothing covers it, and off the grid. */
	public float at(final int column, final int row) {
		return column < 0 || row < 0 || column >= columns || row >= rows ? EMPTY : nearest[row * columns + column];
	}

	/**
	 * Draws the triangle of vertices a, b and c, whichever way round it is seen; what lies off the grid is left out.
	 *
	 * @param x of all vertices, cells
	 * @param y of all vertices, cells
	 * @param z of all vertices; the larger, the nearer
	 */
	public void draw(final float[] x, final float[] y, final float[] z, final int a, final int b, final int c) {
		final float size = (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);
		if (size == 0) return;
		final int left = (int) Math.max(0, Math.min(x[a], Math.min(x[b], x[c]))), right = (int) Math.min(columns - 1, Math.max(x[a], Math.max(x[b], x[c])));
		final int top = (int) Math.max(0, Math.min(y[a], Math.min(y[b], y[c]))), bottom = (int) Math.min(rows - 1, Math.max(y[a], Math.max(y[b], y[c])));
		for (int j = top; j <= bottom; j++) {
			for (int i = left; i <= right; i++) {
				final float px = i + 0.5f - x[a], py = j + 0.5f - y[a];
				final float s = (px * (y[c] - y[a]) - (x[c] - x[a]) * py) / size, t = ((x[b] - x[a]) * py - px * (y[b] - y[a])) / size;
				if (s < 0 || t < 0 || s + t > 1) continue;
				final int at = j * columns + i;
				nearest[at] = Math.max(nearest[at], z[a] + s * (z[b] - z[a]) + t * (z[c] - z[a]));
			}
		}
	}
}
