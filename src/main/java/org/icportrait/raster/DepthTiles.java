package org.icportrait.raster;

import java.util.Arrays;

/** How near all that is drawn in each square of a band of rows is at least: what lies behind need not be looked at pixel by pixel. */
public final class DepthTiles {

	private static final int SIDE = 8;

	private final int columns;
	private final int firstRow;
	private final float[] farthest;

	/**
	 * @param depths of the pixels drawn so far
	 * @param begin index in {@code depths} of the area's first pixel, which may lie before it
	 * @param width of the area
	 * @param top first row of the band
	 * @param bottom the row after its last
	 */
	public DepthTiles(final float[] depths, final int begin, final int width, final int top, final int bottom) {
		columns = (width + SIDE - 1) / SIDE;
		firstRow = top;
		farthest = new float[columns * ((bottom - top + SIDE - 1) / SIDE)];
		Arrays.fill(farthest, Float.POSITIVE_INFINITY);
		for (int row = top; row < bottom; row++) {
			final int line = begin + row * width, tiles = (row - top) / SIDE * columns;
			for (int column = 0; column < columns; column++) {
				float least = farthest[tiles + column];
				final int end = line + Math.min(width, (column + 1) * SIDE);
				for (int at = line + column * SIDE; at < end; at++) if (depths[at] < least) least = depths[at];
				farthest[tiles + column] = least;
			}
		}
	}

	/** Whether everything in a rectangle of pixels, its last ones included, is at least as near as {@code depth}; it may say no where it is. */
	boolean hide(final int left, final int right, final int top, final int bottom, final float depth) {
		for (int row = (top - firstRow) / SIDE; row <= (bottom - firstRow) / SIDE; row++) {
			for (int column = left / SIDE; column <= right / SIDE; column++) if (farthest[row * columns + column] < depth) return false;
		}
		return true;
	}
}
