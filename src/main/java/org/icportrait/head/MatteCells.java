package org.icportrait.head;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Which cells of a mesh's grid show the person, by the photograph's matte. Each cell lies to the right of a vertex and below it. */
final class MatteCells {

	private final Picture matte;
	private final MeshGrid grid;
	private final int columns;
	private final int rows;

	/** @param matte over the grid's area */
	MatteCells(final Picture matte, final MeshGrid grid) {
		this.matte = matte;
		this.grid = grid;
		columns = grid.columns();
		rows = grid.rows();
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
		final int right = Math.min(matte.width() - 1, grid.pixelX(i + 1) + 1), bottom = Math.min(matte.height() - 1, grid.pixelY(j + 1) + 1);
		for (int y = Math.max(0, grid.pixelY(j) - 1); y <= bottom; y++) {
			for (int x = Math.max(0, grid.pixelX(i) - 1); x <= right; x++) if (matte.get(x, y, 0) <= Mesh.SOLID) return false;
		}
		return true;
	}

	private boolean isTouched(final int i, final int j) {
		for (int y = grid.pixelY(j); y <= grid.pixelY(j + 1); y++) {
			for (int x = grid.pixelX(i); x <= grid.pixelX(i + 1); x++) if (matte.get(x, y, 0) > Mesh.TOUCHED) return true;
		}
		return false;
	}
}
