package org.icportrait.geometry;

/**
 * A rectangle of whole pixels, y down: columns x to x + width - 1, rows y to y + height - 1. May lie outside of a picture and be empty.
 * Immutable.
 *
 * @param x left edge
 * @param y upper edge
 * @param width 0 or more
 * @param height 0 or more
 */
public record Area(int x, int y, int width, int height) {

	public Area {
		if (width < 0 || height < 0) throw new IllegalArgumentException("An area cannot be " + width + " x " + height + " pixels.");
	}

	/** The smallest area that holds the given continuous borders. */
	public static Area around(final double left, final double top, final double right, final double bottom) {
		final int x = (int) Math.floor(left), y = (int) Math.floor(top);
		return new Area(x, y, Math.max(0, (int) Math.ceil(right) - x), Math.max(0, (int) Math.ceil(bottom) - y));
	}

	/** The smallest area that holds what a mask, [row * width + column], sets; empty where it sets nothing. */
	public static Area of(final boolean[] mask, final int width) {
		int left = width, right = 0, top = mask.length / width, bottom = 0;
		for (int i = 0; i < mask.length; i++) {
			if (!mask[i]) continue;
			left = Math.min(left, i % width);
			right = Math.max(right, i % width + 1);
			top = Math.min(top, i / width);
			bottom = Math.max(bottom, i / width + 1);
		}
		return new Area(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
	}

	public int right() {
		return x + width;
	}

	public int bottom() {
		return y + height;
	}

	public int size() {
		return Math.multiplyExact(width, height);
	}

	public boolean isEmpty() {
		return width == 0 || height == 0;
	}

	/** Where a pixel stands among all of the area, row by row; -1 for one beyond it. */
	public int index(final int column, final int row) {
		return column < x || row < y || column >= right() || row >= bottom() ? -1 : (row - y) * width + column - x;
	}

	/** What both hold; empty where they do not meet. */
	public Area intersect(final Area other) {
		final int left = Math.max(x, other.x), top = Math.max(y, other.y);
		return new Area(left, top, Math.max(0, Math.min(right(), other.right()) - left), Math.max(0, Math.min(bottom(), other.bottom()) - top));
	}

	/** The smallest area that holds both. */
	public Area union(final Area other) {
		if (isEmpty()) return other;
		if (other.isEmpty()) return this;
		final int left = Math.min(x, other.x), top = Math.min(y, other.y);
		return new Area(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
	}
}
