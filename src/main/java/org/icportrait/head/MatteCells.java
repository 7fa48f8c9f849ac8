package org.icportrait.head;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Which cells of a mesh's grid show the person, by the photograph's matte. Each cell lies to the right of a vertex and below it. */
final class MatteCells {

	private final Picture matte;
	private final int columns;
	private final int rows;
	private final int step;

	/** @param columns of vertices @param rows of them @param step pixels of the matte from one to the next; the last ones lie on its border */
	MatteCells(final Picture matte, final int columns, final int rows, final int step) {
		this.matte = matte;
		this.columns = columns;
		this.rows = rows;
		this.step = step;
	}

	/** Vertices with anything of the person in one of the cells around. */
	boolean[] touched(final Progress progress) {
		final boolean[] cells = new boolean[columns * rows];
		Workers.rows(rows - 1, progress, j -> {
			for (int i = 0; i + 1 < columns; i++) cells[j * columns + i] = isTouched(i, j);
		});
		final boolean[] out = new boolean[columns * rows];
		for (int j = 0; j < rows; j++) {
			for (int i = 0; i < columns; i++) {
				final int v = j * columns + i;
				out[v] = cells[v] || i > 0 && cells[v - 1] || j > 0 && (cells[v - columns] || i > 0 && cells[v - columns - 1]);
			}
		}
		return out;
	}

	/** Cells that lie wholly on the solid matte, with a pixel to spare. @param solid which vertices do */
	boolean[] whole(final boolean[] solid, final Progress progress) {
		final boolean[] out = new boolean[columns * rows];
		Workers.rows(rows - 1, progress, j -> {
			for (int i = 0; i + 1 < columns; i++) out[j * columns + i] = solid[j * columns + i] && isWhole(i, j);
		});
		return out;
	}

	private boolean isWhole(final int i, final int j) {
		final int right = Math.min(matte.width() - 1, x(i + 1) + 1), bottom = Math.min(matte.height() - 1, y(j + 1) + 1);
		for (int y = Math.max(0, y(j) - 1); y <= bottom; y++) {
			for (int x = Math.max(0, x(i) - 1); x <= right; x++) if (matte.get(x, y, 0) <= Mesh.SOLID) return false;
		}
		return true;
	}

	private boolean isTouched(final int i, final int j) {
		for (int y = y(j); y <= y(j + 1); y++) {
			for (int x = x(i); x <= x(i + 1); x++) if (matte.get(x, y, 0) > Mesh.TOUCHED) return true;
		}
		return false;
	}

	private int x(final int column) {
		return Math.min(column * step, matte.width() - 1);
	}

	private int y(final int row) {
		return Math.min(row * step, matte.height() - 1);
	}
}
