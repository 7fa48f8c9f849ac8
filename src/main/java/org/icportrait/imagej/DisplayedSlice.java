package org.icportrait.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;

/** Reads the current slice of an image as it is seen, as {@link Photograph} says. Stateless. */
final class DisplayedSlice {

	private DisplayedSlice() {}

	/** Linear RGB, 3 channels. @throws BadInput where a value is NaN or infinite */
	static Picture linear(final ImagePlus image) {
		final Picture picture = new Picture(image.getWidth(), image.getHeight(), 3);
		if (isCompositeView(image)) readComposite((CompositeImage) image, picture);
		else readSlice(image, format(image), picture);
		toLinear(picture, image.getTitle());
		return picture;
	}

	private static boolean isCompositeView(final ImagePlus image) {
		return image instanceof CompositeImage && ((CompositeImage) image).getMode() == CompositeImage.COMPOSITE;
	}

	/** How a result that is like the image is stored. */
	static PixelFormat format(final ImagePlus image) {
		final ImageProcessor slice = image.getProcessor();
		if (slice instanceof ColorProcessor || isCompositeView(image) || !isGreyTable(slice) && !PseudoColour.paints(image)) return PixelFormat.RGB;
		final double low = slice.getMin();
		final double high = slice.getMax() > low ? slice.getMax() : low + 1;
		return PixelFormat.grey(slice.getBitDepth(), low, high);
	}

	private static boolean isGreyTable(final ImageProcessor slice) {
		final LUT table = slice.getLut();
		if (table == null) return true;
		for (int i = 0; i < 256; i++) {
			final int rgb = table.getRGB(i) & 0xffffff;
			if (rgb != i * 0x010101) return false;
		}
		return true;
	}

	private static void readSlice(final ImagePlus image, final PixelFormat format, final Picture out) {
		final ImageProcessor slice = image.getProcessor();
		if (slice instanceof ColorProcessor) {
			final int[] pixels = (int[]) slice.getPixels();
			for (int i = 0; i < pixels.length; i++) {
				for (int c = 0; c < 3; c++) out.data()[c * pixels.length + i] = (pixels[i] >> 16 - 8 * c & 255) / 255f;
			}
		}
		else if (format.isGrey()) readGrey(slice, format, out);
		else addThroughTable(slice, slice.getLut(), slice.getMin(), slice.getMax(), out);
	}

	private static void readGrey(final ImageProcessor slice, final PixelFormat format, final Picture out) {
		final int plane = out.planeSize();
		final float scale = (float) (1 / (format.high() - format.low()));
		for (int i = 0; i < plane; i++) {
			final float value = (slice.getf(i) - (float) format.low()) * scale;
			for (int c = 0; c < 3; c++) out.data()[c * plane + i] = value;
		}
	}

	private static void readComposite(final CompositeImage image, final Picture out) {
		final boolean[] active = image.getActiveChannels();
		for (int channel = 1; channel <= image.getNChannels(); channel++) {
			if (channel <= active.length && !active[channel - 1]) continue;
			final ImageProcessor slice = image.getStack().getProcessor(image.getStackIndex(channel, image.getSlice(), image.getFrame()));
			final LUT table = image.getChannelLut(channel);
			addThroughTable(slice, table, table.min, table.max, out);
		}
		for (int i = 0; i < out.data().length; i++) out.data()[i] = Math.min(1, out.data()[i]);
	}

	/** Adds a slice as its lookup table shows it, with the steps of the table interpolated, so that 16-bit colour keeps its depth. */
	private static void addThroughTable(final ImageProcessor slice, final LUT table, final double low, final double high, final Picture out) {
		final int plane = out.planeSize();
		final double scale = 255 / Math.max(high - low, 1e-30);
		for (int i = 0; i < plane; i++) {
			final float value = slice.getf(i);
			final double at = Math.min(255, Math.max(0, (value - low) * scale));
			final int step = Math.min(254, (int) at);
			final int first = table.getRGB(step);
			final int second = table.getRGB(step + 1);
			for (int c = 0; c < 3; c++) {
				final int shift = 16 - 8 * c;
				final int from = first >> shift & 255;
				final int to = second >> shift & 255;
				out.data()[c * plane + i] += Float.isFinite(value) ? (float) (from + (at - step) * (to - from)) / 255 : Float.NaN;
			}
		}
	}

	private static void toLinear(final Picture picture, final String title) {
		final float[] data = picture.data();
		for (int i = 0; i < data.length; i++) {
			if (!Float.isFinite(data[i])) {
				final int at = i % picture.planeSize();
				throw new BadInput("\"" + title + "\" holds a NaN or infinite value at (" + at % picture.width() + ", " +
					at / picture.width() + "): replace such values first (Process > Noise > Remove NaNs...; where many lie together, Process > Math > Macro...: if (isNaN(v)) v=0).");
			}
			data[i] = Colour.toLinear(data[i]);
		}
	}
}
