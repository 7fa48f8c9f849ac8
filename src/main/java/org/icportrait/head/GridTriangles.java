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
		final boolean[] touched = new boolean[mask.length];
		for (int j = 0; j + 1 < rows; j++) {
			for (int i = 0; i + 1 < columns; i++) {
				final int v = j * columns + i;
				touched[v] = mask[v] || mask[v + 1] || mask[v + columns] || mask[v + columns + 1];
			}
		}
		return cells(touched, whole, which);
	}

	/** Two triangles for each cell that is marked by its upper left vertex; of the whole ones, or of the others. */
	int[] cells(final boolean[] marked, final boolean[] whole, final boolean which) {
		begin();
		for (int j = 0; j + 1 < rows; j++) {
			for (int i = 0; i + 1 < columns; i++) {
				final int v = j * columns + i;
				if (marked[v] && whole[v] == which) quad(v, v + 1, v + columns, v + columns + 1);
			}
		}
		return end();
	}

	/** The rear surface under the cells that lie wholly in the mask, and a wall to the front wherever such a cell ends. */
	int[] shell(final boolean[] mask) {
		final boolean[] full = new boolean[mask.length];
		for (int j = 0; j + 1 < rows; j++) {
			for (int i = 0; i + 1 < columns; i++) {
				final int v = j * columns + i;
				full[v] = mask[v] && mask[v + 1] && mask[v + columns] && mask[v + columns + 1];
			}
		}
		return shellOf(full);
	}

	/** The same under cells that are marked by their upper left vertex. */
	int[] shellOf(final boolean[] cells) {
		final int rear = columns * rows;
		begin();
		for (int j = 0; j + 1 < rows; j++) {
			for (int i = 0; i + 1 < columns; i++) {
				final int v = j * columns + i, right = v + 1, below = v + columns, across = below + 1;
				if (!cells[v]) continue;
				quad(rear + v, rear + right, rear + below, rear + across);
				if (i == 0 || !cells[v - 1]) quad(v, below, rear + v, rear + below);
				if (!cells[right]) quad(right, across, rear + right, rear + across);
				if (j == 0 || !cells[v - columns]) quad(v, right, rear + v, rear + right);
				if (!cells[below]) quad(below, across, rear + below, rear + across);
			}
		}
		return end();
	}

	/** One list after the other. */
	static int[] joined(final int[] one, final int[] other) {
		final int[] out = Arrays.copyOf(one, one.length + other.length);
		System.arraycopy(other, 0, out, one.length, other.length);
		return out;
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
