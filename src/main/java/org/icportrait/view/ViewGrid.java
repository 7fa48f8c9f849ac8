package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The coarse grid over a view's area, and for each cell the pixel that stands for it. Immutable. */
final class ViewGrid {

	/** Cells along the longer side, at most. */
	private static final int LONGEST = 256;
	/** Places along a cell's side that are tried where its middle is empty. */
	private static final int TRIES = 3;
	private static final float CLEAR = 0.5f;

	private final double cell;
	private final Area area;
	private final Picture matte;
	/** Index of the pixel in the area, or -1 where the cell is empty. */
	private final int[] pixel;
	/** 1 where the cell stands for something, 0 elsewhere. */
	private final float[] known;

	/**
	 * @param alpha over the area
	 * @param finest side of a cell, picture pixels, at least
	 */
	ViewGrid(final Area area, final float[] alpha, final double finest, final Progress progress) {
		this.area = area;
		cell = Math.max(Math.max(1, finest), Math.max(area.width(), area.height()) / (double) LONGEST);
		final int columns = (int) Math.ceil(area.width() / cell - 1e-9), rows = (int) Math.ceil(area.height() / cell - 1e-9);
		matte = new Picture(columns, rows, 1);
		pixel = new int[columns * rows];
		Workers.rows(rows, progress, row -> {
			for (int column = 0; column < columns; column++) look(alpha, column, row);
		});
		known = new float[pixel.length];
		for (int i = 0; i < known.length; i++) known[i] = pixel[i] >= 0 ? 1 : 0;
	}

	private void look(final float[] alpha, final int column, final int row) {
		final int left = (int) (column * cell), top = (int) (row * cell), w = area.width();
		final int right = Math.min(w, Math.max(left + 1, (int) ((column + 1) * cell))), bottom = Math.min(area.height(), Math.max(top + 1, (int) ((row + 1) * cell)));
		float sum = 0;
		for (int y = top; y < bottom; y++) for (int x = left; x < right; x++) sum += alpha[y * w + x];
		final int i = row * matte.width() + column;
		matte.data()[i] = sum / ((right - left) * (bottom - top));
		pixel[i] = (top + bottom) / 2 * w + (left + right) / 2;
		if (alpha[pixel[i]] > CLEAR) return;
		for (int k = 0; k < TRIES * TRIES; k++) {
			final int x = left + (2 * (k % TRIES) + 1) * (right - left) / (2 * TRIES), y = top + (2 * (k / TRIES) + 1) * (bottom - top) / (2 * TRIES);
			if (alpha[y * w + x] > alpha[pixel[i]]) pixel[i] = y * w + x;
		}
		if (alpha[pixel[i]] <= 0) pixel[i] = -1;
	}

	Similarity pictureToMaps() {
		return new Similarity(1 / cell, 0, -area.x() / cell, -area.y() / cell);
	}

	/** Side of a cell, picture pixels. */
	double cell() {
		return cell;
	}

	/** Where on the grid the middle of pixel i of the area lies. */
	double column(final int i) {
		return (i % area.width() + 0.5) / cell;
	}

	/** Likewise. */
	double row(final int i) {
		return (i / area.width() + 0.5) / cell;
	}

	/** Mean alpha of each cell. */
	Picture matte() {
		return matte;
	}

	/** Index in the area of the pixel that stands for a cell, or -1. */
	int pixel(final int i) {
		return pixel[i];
	}

	int width() {
		return matte.width();
	}

	int height() {
		return matte.height();
	}

	Picture empty(final int channels) {
		return new Picture(width(), height(), channels);
	}

	/** Continues a map from the cells that stand for something. */
	Picture continued(final Picture map, final Progress progress) {
		return PushPull.fill(map, known, progress);
	}
}
