package org.icportrait.light;

/** Which pixels of a photograph may be read. Immutable, thread-safe. */
@FunctionalInterface
public interface PixelMask {

	/** Nothing is hidden. */
	PixelMask ALL = (x, y) -> true;

	/** Whether the pixel in column x and row y of the photograph may be read. */
	boolean shows(int x, int y);
}
