package org.icportrait.light;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.image.Picture;
import org.icportrait.morphable.DepthBuffer;

/** The nearest depth of squares of a depth buffer, of 4, 8, 16 ... cells along a side, so that a wide place costs no more to look at than a small one. Immutable. */
final class DepthBlocks {

	/** Binary logarithm of the smallest side. */
	private static final int SMALLEST = 2;

	private final Picture[] levels;
	private final float most;
	/** The nearest depth of the four cells that meet at a corner, corner by corner. */
	private final float[] ofFour;
	private final int columns;
	private final int rows;

	DepthBlocks(final DepthBuffer depth) {
		columns = depth.columns() + 1;
		rows = depth.rows() + 1;
		ofFour = ofFour(depth);
		final List<Picture> made = new ArrayList<>();
		Picture level = blocks(depth.columns(), depth.rows(), SMALLEST);
		for (int j = 0; j < depth.rows(); j++) {
			for (int i = 0; i < depth.columns(); i++) raise(level, i >> SMALLEST, j >> SMALLEST, depth.at(i, j));
		}
		made.add(level);
		while (level.planeSize() > 1) {
			final Picture next = blocks(level.width(), level.height(), 1);
			for (int j = 0; j < level.height(); j++) for (int i = 0; i < level.width(); i++) raise(next, i / 2, j / 2, level.get(i, j, 0));
			made.add(level = next);
		}
		levels = made.toArray(Picture[]::new);
		most = level.get(0, 0, 0);
	}

	private float[] ofFour(final DepthBuffer depth) {
		final float[] out = new float[columns * rows];
		for (int j = 0, at = 0; j < rows; j++) {
			float before = DepthBuffer.EMPTY;
			for (int i = 0; i < columns; i++, at++) {
				final float both = Math.max(depth.at(i, j - 1), depth.at(i, j));
				out[at] = Math.max(before, both);
				before = both;
			}
		}
		return out;
	}

	private static Picture blocks(final int columns, final int rows, final int shift) {
		final Picture out = new Picture((columns - 1 >> shift) + 1, (rows - 1 >> shift) + 1, 1);
		java.util.Arrays.fill(out.data(), DepthBuffer.EMPTY);
		return out;
	}

	private static void raise(final Picture level, final int i, final int j, final float to) {
		level.set(i, j, 0, Math.max(level.get(i, j, 0), to));
	}

	/** The nearest depth of a cell, the next of its row, and the two after those in the next row; {@link DepthBuffer#EMPTY} where there is none. */
	float ofFour(final int column, final int row) {
		final int i = column + 1, j = row + 1;
		return i < 0 || i >= columns || j < 0 || j >= rows ? DepthBuffer.EMPTY : ofFour[j * columns + i];
	}

	/** The nearest depth of all. */
	float most() {
		return most;
	}

	/** The level whose squares are as wide as what lies less than {@code radius} cells from a place, along either axis. */
	int level(final float radius) {
		int k = 0;
		while (k + 1 < levels.length && (1 << SMALLEST + k) < 2 * radius) k++;
		return k;
	}

	/**
	 * Whether something less than {@code radius} cells from a place, along either axis, may rise more than {@code height} above {@code depth}; false says that
	 * nothing does.
	 *
	 * @param k {@link #level}
	 */
	boolean rises(final int k, final float u, final float v, final float radius, final float depth, final float height) {
		final Picture level = levels[k];
		final float share = 1f / (1 << SMALLEST + k);
		final int left = Math.max(0, (int) Math.floor((u - radius) * share)), right = Math.min(level.width() - 1, (int) Math.floor((u + radius) * share));
		final int bottom = Math.max(0, (int) Math.floor((v - radius) * share)), top = Math.min(level.height() - 1, (int) Math.floor((v + radius) * share));
		for (int j = bottom; j <= top; j++) for (int i = left; i <= right; i++) if (level.get(i, j, 0) - depth > height) return true;
		return false;
	}
}
