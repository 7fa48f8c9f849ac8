package org.icportrait.head;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/**
 * Where the vertices along the border of a mask on a grid lie for that border to be a line: as whole cells it is a stair, which a turn up or down brings to light
 * beside the head. Immutable.
 */
final class SmoothBorder {

	/** Radius of the mask's means, cells; share of the mask in them where the line lies, a little inside of the border; and farthest that a vertex moves, cells. */
	private static final int RADIUS = 2;
	private static final float LEVEL = 0.6f, FARTHEST = 0.8f;

	private final Picture share;
	private final boolean[] mask;

	SmoothBorder(final boolean[] mask, final int columns, final Progress progress) {
		this.mask = mask;
		share = BoxBlur.twice(Picture.ofMask(mask, columns), RADIUS, progress);
	}

	/** By how much a vertex of the mask moves, cells: across and down; nothing but along its border. */
	void move(final int vertex, final float[] out) {
		out[0] = out[1] = 0;
		final int columns = share.width(), rows = share.height(), i = vertex % columns, j = vertex / columns;
		if (!isBorder(i, j, columns, rows)) return;
		final float across = (share.get(i + 1, j, 0) - share.get(i - 1, j, 0)) / 2, down = (share.get(i, j + 1, 0) - share.get(i, j - 1, 0)) / 2;
		final float slope = (float) Math.hypot(across, down);
		if (slope < 1e-3f) return;
		final float far = Math.max(-FARTHEST, Math.min(FARTHEST, (LEVEL - share.data()[vertex]) / slope));
		out[0] = far * across / slope;
		out[1] = far * down / slope;
	}

	private boolean isBorder(final int i, final int j, final int columns, final int rows) {
		if (i < 1 || j < 1 || i >= columns - 1 || j >= rows - 1 || !mask[j * columns + i]) return false;
		for (int y = j - 1; y <= j + 1; y++) for (int x = i - 1; x <= i + 1; x++) if (!mask[y * columns + x]) return true;
		return false;
	}
}
