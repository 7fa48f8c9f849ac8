package org.icportrait.view;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** An upper bound of a matte around a place, read at once: most of a picture lies far from any person. Immutable. */
final class MatteBlocks {

	private final int side;
	private final int columns;
	private final int rows;
	/** Largest value of each block and its eight neighbours. */
	private final float[] most;

	private MatteBlocks(final int side, final int columns, final int rows) {
		this.side = side;
		this.columns = columns;
		this.rows = rows;
		most = new float[columns * rows];
	}

	/** @param matte one channel @param reach within how many pixels, across and down, of a place the bound holds */
	static MatteBlocks of(final Picture matte, final int reach, final Progress progress) {
		final int side = Math.max(1, reach);
		final MatteBlocks out = new MatteBlocks(side, (matte.width() + side - 1) / side, (matte.height() + side - 1) / side);
		final float[] own = new float[out.most.length];
		Workers.rows(out.rows, progress, row -> {
			for (int y = row * side; y < Math.min(matte.height(), (row + 1) * side); y++) for (int column = 0; column < out.columns; column++) {
				float found = own[row * out.columns + column];
				for (int x = column * side; x < Math.min(matte.width(), (column + 1) * side); x++) found = Math.max(found, matte.get(x, y, 0));
				own[row * out.columns + column] = found;
			}
		});
		for (int row = 0; row < out.rows; row++) for (int column = 0; column < out.columns; column++) out.most[row * out.columns + column] = out.around(own, column, row);
		return out;
	}

	private float around(final float[] own, final int column, final int row) {
		float found = 0;
		for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
			for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) found = Math.max(found, own[r * columns + c]);
		}
		return found;
	}

	/** No value of the matte within reach of a place is larger. */
	float most(final double x, final double y) {
		final int column = Math.max(0, Math.min(columns - 1, (int) (x / side))), row = Math.max(0, Math.min(rows - 1, (int) (y / side)));
		return most[row * columns + column];
	}
}
