package org.icportrait.layers;

import java.util.Arrays;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * The darkest quarter of each block of a picture: strands gleam one by one, and what lies between them is the colour of hair.
 *
 * @param colours the quarter's mean, linear RGB
 * @param even by block: how bright the quarter is beside the whole block, 0..1; high where nothing gleams or casts shadow
 */
record DarkBlocks(Picture colours, float[] even) {

	private static final int PART = 4;
	private static final float BLACK = 1e-5f;

	/** @param picture linear RGB @param wanted how much each block counts, row by row; those that do not stay 0 */
	static DarkBlocks of(final Picture picture, final int columns, final float[] wanted, final Progress progress) {
		final int rows = wanted.length / columns;
		final DarkBlocks out = new DarkBlocks(new Picture(columns, rows, 3), new float[wanted.length]);
		Workers.rows(rows, progress, row -> {
			for (int column = 0; column < columns; column++) if (wanted[row * columns + column] > 0) out.write(picture, column, row);
		});
		return out;
	}

	private void write(final Picture picture, final int column, final int row) {
		final int left = start(column, colours.width(), picture.width()), top = start(row, colours.height(), picture.height());
		final int w = Math.max(1, start(column + 1, colours.width(), picture.width()) - left), h = Math.max(1, start(row + 1, colours.height(), picture.height()) - top);
		final float[] light = new float[w * h], sums = new float[3];
		float all = 0, quarter = 0;
		for (int k = 0; k < light.length; k++) {
			light[k] = Colour.luminance(picture.get(left + k % w, top + k / w, 0), picture.get(left + k % w, top + k / w, 1), picture.get(left + k % w, top + k / w, 2));
			all += light[k];
		}
		final float[] ordered = light.clone();
		Arrays.sort(ordered);
		final float limit = ordered[(ordered.length - 1) / PART];
		int count = 0;
		for (int k = 0; k < light.length; k++) {
			if (light[k] > limit) continue;
			count++;
			quarter += light[k];
			for (int c = 0; c < 3; c++) sums[c] += picture.get(left + k % w, top + k / w, c);
		}
		final int at = row * colours.width() + column;
		for (int c = 0; c < 3; c++) colours.data()[c * colours.planeSize() + at] = sums[c] / count;
		even[at] = quarter / count / Math.max(BLACK, all / light.length);
	}

	private static int start(final int block, final int blocks, final int pixels) {
		return Math.min(pixels - 1, (int) ((long) block * pixels / blocks)) + (block == blocks ? 1 : 0);
	}
}
