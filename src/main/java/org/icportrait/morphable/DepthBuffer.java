package org.icportrait.morphable;

import java.util.Arrays;

/**
 * The nearest depth of triangles on a grid whose cell (i, j) has its middle at (i + 0.5, j + 0.5). Not thread-safe while it is drawn on; may
 * be read by many threads after that.
 */
public final class DepthBuffer {

	/** Of cells that nothing covers. */
	public static final float EMPTY = Float.NEGATIVE_INFINITY;

	/** Of places, cells. */
	private static final float ROUNDING = 1e-3f;

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
		return column < 0 || column >= columns || row < 0 || row >= rows ? EMPTY : nearest[row * columns + column];
	}

	/**
	 * Draws the triangle of vertices a, b and c, whichever way round it is seen; what lies off the grid is left out.
	 *
	 * @param x of all vertices, cells
	 * @param y of all vertices, cells
	 * @param z of all vertices; the larger, the nearer
	 */
	public void draw(final float[] x, final float[] y, final float[] z, final int a, final int b, final int c) {
		final float bx = x[b] - x[a], by = y[b] - y[a], cx = x[c] - x[a], cy = y[c] - y[a], size = bx * cy - cx * by, sign = Math.signum(size);
		if (size == 0) return;
		final int left = first(Math.min(x[a], Math.min(x[b], x[c]))), right = last(Math.max(x[a], Math.max(x[b], x[c])), columns);
		final int top = first(Math.min(y[a], Math.min(y[b], y[c]))), bottom = last(Math.max(y[a], Math.max(y[b], y[c])), rows);
		final float depth = z[a], bz = z[b] - depth, cz = z[c] - depth, startX = x[a], startY = y[a];
		for (int j = top; j <= bottom; j++) {
			final float py = j + 0.5f - startY;
			for (int i = left, at = j * columns + left; i <= right; i++, at++) {
				final float px = i + 0.5f - startX, ofB = px * cy - cx * py, ofC = bx * py - px * by;
				if (sign * ofB < 0 || sign * ofC < 0) continue;
				final float s = ofB / size, t = ofC / size;
				if (s + t <= 1) nearest[at] = Math.max(nearest[at], depth + s * bz + t * cz);
			}
		}
	}

	/** The first cell whose middle does not lie before a place. */
	private static int first(final float place) {
		return Math.max(0, (int) Math.ceil(place - 0.5f - ROUNDING));
	}

	/** The last one, of so many, whose middle does not lie behind a place. */
	private static int last(final float place, final int count) {
		return Math.min(count - 1, (int) Math.floor(place - 0.5f + ROUNDING));
	}
}
