package org.icportrait.imagej;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;

/** Masks that people draw: a selection, or an image in which white is what is meant. */
public final class MaskImage {

	/** By how much red, green and blue of a grey may differ, levels: files that lose a little. */
	private static final int GREY = 24;

	private MaskImage() {}

	/**
	 * The area selection of an image where it has one, else the values of its current slice, as they are stored: 255 of 8 bits, 65535 of 16,
	 * 1 of 32 are all of it, and what lies between is a part.
	 *
	 * @return one channel, 0..1, of the image's size
	 * @throws BadInput for an image in colours without a selection, and for one that was closed
	 */
	public static Picture read(final ImagePlus image) {
		final Roi roi = image.getRoi();
		final Picture out = new Picture(image.getWidth(), image.getHeight(), 1);
		final ImageProcessor values = image.getProcessor();
		if (values == null) throw new BadInput("\"" + image.getTitle() + "\", which says what may change, was closed: open it again.");
		final boolean selected = roi != null && roi.isArea();
		if (!selected && values instanceof ColorProcessor colours && isColoured(colours)) {
			throw new BadInput("\"" + image.getTitle() + "\" is in colours and has no selection: select in it what may change, or give an image in which that is white.");
		}
		final double all = values.getBitDepth() == 32 ? 1 : values.getBitDepth() == 16 ? 65535 : 255;
		for (int i = 0; i < out.planeSize(); i++) {
			final int x = i % out.width(), y = i / out.width();
			final double value = selected ? roi.contains(x, y) ? 1 : 0 : (values instanceof ColorProcessor ? values.get(i) & 255 : values.getf(i)) / all;
			out.data()[i] = value > 0 ? (float) Math.min(1, value) : 0; // NaN too
		}
		return out;
	}

	private static boolean isColoured(final ColorProcessor image) {
		for (int i = 0; i < image.getPixelCount(); i++) {
			final int red = image.get(i) >> 16 & 255, green = image.get(i) >> 8 & 255, blue = image.get(i) & 255;
			if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > GREY) return true;
		}
		return false;
	}
}
