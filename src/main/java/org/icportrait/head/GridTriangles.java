package org.icportrait.head;

import java.util.Arrays;

/** Triangles over a grid of vertices, three indices each. */
final class GridTriangles {

	private final int columns;
	private final int rows;
	private int[] out;
	private int length;

	GridTriangles(final int columns, final int rows) {
		this.columns = columns;
		this.rows = rows;
	}

	/**
	 * Two triangles for each cell with a corner in the mask.
	 *
	 * @param whole [j * columns + i] of cell (i, j): only the cells where it is {@code which}
	 */
	int[] front(final boolean[] mask, final boolean[] whole, final boolean which) {
		begin();
		for (int j = 0; j + 1 < rows; j++) {
			for (int i = 0; i + 1 < columns; i++) {
				final int v = j * columns + i;
				if (whole[v] == which && (mask[v] || mask[v + 1] || mask[v + columns] || mask[v + columns + 1])) quad(v, v + 1, v + columns, v + columns + 1);
			}
		}
		return end();
	}

	/** The rear surface under the cells that lie wholly in the mask, and a wall to the front wherever such a cell ends. */
	int[] shell(final boolean[] mask) {
		final int rear = columns * rows;
		begin();
		for (int j = 0; j + 1 < rows; j++) {
			for (int i = 0; i + 1 < columns; i++) {
				if (!isFull(mask, i, j)) continue;
				final int v = j * columns + i, right = v + 1, below = v + columns, across = below + 1;
				quad(rear + v, rear + right, rear + below, rear + across);
				if (!isFull(mask, i - 1, j)) quad(v, below, rear + v, rear + below);
				if (!isFull(mask, i + 1, j)) quad(right, across, rear + right, rear + across);
				if (!isFull(mask, i, j - 1)) quad(v, right, rear + v, rear + right);
				if (!isFull(mask, i, j + 1)) quad(below, across, rear + below, rear + across);
			}
		}
		return end();
	}

	private boolean isFull(final boolean[] mask, final int i, final int j) {
		if (i < 0 || j < 0 || i + 1 >= columns || j + 1 >= rows) return false;
		final int v = j * columns + i;
		return mask[v] && mask[v + 1] && mask[v + columns] && mask[v + columns + 1];
	}

	private void begin() {
		out = new int[6 * columns * rows];
		length = 0;
	}

	private void quad(final int a, final int b, final int c, final int d) {
		if (length + 6 > out.length) out = Arrays.copyOf(out, 2 * out.length);
		out[length++] = a;
		out[length++] = b;
		out[length++] = c;
		out[length++] = b;
		out[length++] = d;
		out[length++] = c;
	}

	private int[] end() {
		return Arrays.copyOf(out, length);
	}
}
