package org.icportrait.light;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.head.DepthBuffer;
import org.icportrait.image.Picture;

/** The nearest depth of squares of a depth buffer, of 4, 8, 16 ... cells along a side, so that a wide place costs no more to look at than a small one. Immutable. */
final class DepthBlocks {

	/** Binary logarithm of the smallest side. */
	private static final int SMALLEST = 2;

	private final List<Picture> levels = new ArrayList<>();

	DepthBlocks(final DepthBuffer depth) {
		Picture level = blocks(depth.columns(), depth.rows(), SMALLEST);
		for (int j = 0; j < depth.rows(); j++) {
			for (int i = 0; i < depth.columns(); i++) raise(level, i >> SMALLEST, j >> SMALLEST, depth.at(i, j));
		}
		levels.add(level);
		while (level.planeSize() > 1) {
			final Picture next = blocks(level.width(), level.height(), 1);
			for (int j = 0; j < level.height(); j++) for (int i = 0; i < level.width(); i++) raise(next, i / 2, j / 2, level.get(i, j, 0));
			levels.add(level = next);
		}
	}

	private static Picture blocks(final int columns, final int rows, final int shift) {
		final Picture out = new Picture((columns - 1 >> shift) + 1, (rows - 1 >> shift) + 1, 1);
		java.util.Arrays.fill(out.data(), DepthBuffer.EMPTY);
		return out;
	}

	private static void raise(final Picture level, final int i, final int j, final float to) {
		level.set(i, j, 0, Math.max(level.get(i, j, 0), to));
	}

	/** The nearest depth of all. */
	float most() {
		return levels.get(levels.size() - 1).get(0, 0, 0);
	}

	/** No less than the nearest depth less than {@code radius} cells from a place, along either axis; {@link DepthBuffer#EMPTY} where there is none. */
	float most(final float u, final float v, final float radius) {
		int k = 0;
		while (k + 1 < levels.size() && (1 << SMALLEST + k) < 2 * radius) k++;
		final Picture level = levels.get(k);
		final float side = 1 << SMALLEST + k;
		final int left = Math.max(0, (int) Math.floor((u - radius) / side)), right = Math.min(level.width() - 1, (int) Math.floor((u + radius) / side));
		final int bottom = Math.max(0, (int) Math.floor((v - radius) / side)), top = Math.min(level.height() - 1, (int) Math.floor((v + radius) / side));
		float most = DepthBuffer.EMPTY;
		for (int j = bottom; j <= top; j++) for (int i = left; i <= right; i++) most = Math.max(most, level.get(i, j, 0));
		return most;
	}
}
