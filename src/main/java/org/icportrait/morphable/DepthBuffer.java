package org.icportrait.morphable;

import java.util.Arrays;

/**
 * The nearest depth of triangles on a grid whose cell (i, j) has its middle at (i + 0.5, j + 0.5), and where they are wanted other numbers of what is nearest
 * there, linearly between the vertices (Gouraud 1971). Not thread-safe while it is drawn on; may be read by many threads after that.
 */
public final class DepthBuffer {

	/** Of cells that nothing covers. */
	public static final float EMPTY = Float.NEGATIVE_INFINITY;

	/** Of places, cells. */
	private static final float ROUNDING = 1e-3f;

	private final int columns;
	private final int rows;
	private final float[] nearest;
	private final float[][] ofVertices;
	private final float[][] numbers;

	public DepthBuffer(final int columns, final int rows) {
		this(columns, rows, new float[0][]);
	}

	/** @param ofVertices the other numbers, [count][v] */
	DepthBuffer(final int columns, final int rows, final float[][] ofVertices) {
		this.columns = columns;
		this.rows = rows;
		this.ofVertices = ofVertices;
		nearest = new float[columns * rows];
		Arrays.fill(nearest, EMPTY);
		numbers = new float[ofVertices.length][nearest.length];
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

	/** Of all cells, row by row; live. */
	float[] nearest() {
		return nearest;
	}

	/** The other numbers, [count][rows columns], 0 where nothing is; live. */
	float[][] numbers() {
		return numbers;
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
				final float nearer = depth + s * bz + t * cz;
				if (s + t > 1 || nearer <= nearest[at]) continue;
				nearest[at] = nearer;
				for (int k = 0; k < numbers.length; k++) numbers[k][at] = ofVertices[k][a] + s * (ofVertices[k][b] - ofVertices[k][a]) + t * (ofVertices[k][c] - ofVertices[k][a]);
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
