package org.icportrait.imagej;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * Tells numbers that a lookup table paints ("Green", "Fire") from pictures whose colours it lists (GIF, 8-bit colour): of the first the values count, of
 * the second what is seen. Stateless.
 */
final class PseudoColour {

	/** Levels of red, green and blue together by which neighbours in a painting table differ at most; lists of colours jump. */
	private static final int LARGEST_STEP = 64;
	/** Levels by which the upper end may be darker than the lower one; what is darker by more is a negative, which is seen the right way round. */
	private static final int DARKER = 64;

	private PseudoColour() {}

	/** Whether the colours of the current slice stand for numbers. */
	static boolean paints(final ImagePlus image) {
		final ImageProcessor slice = image.getProcessor();
		final LUT table = slice.getLut();
		if (table == null) return false;
		if (slice.getBitDepth() == 8 && isForViewing(image)) return false;
		for (int i = 1; i < 256; i++) if (step(table, i) > LARGEST_STEP) return false;
		return isColoured(table) && sum(table.getRGB(255)) >= sum(table.getRGB(0)) - DARKER;
	}

	/** What ImageJ reduced to 8 bits itself, or opened from a file of that kind. */
	private static boolean isForViewing(final ImagePlus image) {
		final FileInfo file = image.getOriginalFileInfo();
		return image.getType() == ImagePlus.COLOR_256 || file != null && file.fileFormat == FileInfo.GIF_OR_JPG;
	}

	private static boolean isColoured(final LUT table) {
		for (int i = 0; i < 256; i++) {
			final int rgb = table.getRGB(i) & 0xffffff;
			if (rgb != (rgb & 255) * 0x010101) return true;
		}
		return false;
	}

	private static int step(final LUT table, final int to) {
		final int one = table.getRGB(to - 1), other = table.getRGB(to);
		int step = 0;
		for (int shift = 0; shift < 24; shift += 8) step += Math.abs((one >> shift & 255) - (other >> shift & 255));
		return step;
	}

	private static int sum(final int rgb) {
		return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
	}
}
