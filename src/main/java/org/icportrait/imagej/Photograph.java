package org.icportrait.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.awt.Rectangle;
import java.util.Arrays;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;

/**
 * What the core needs of an {@code ImagePlus}, read once; the image itself is never touched. Immutable.
 * <p>
 * The current slice (or channel, slice and frame) is read as it is seen, so what is analysed is what the user looks at: 8-bit grey
 * over its whole range; 16- and 32-bit grey over the display range; 8-bit colour and composites through their lookup tables and
 * display ranges. Shown values count as sRGB.
 * </p>
 *
 * @param picture linear RGB, 3 channels
 * @param format how a result is stored
 * @param title the image's title
 * @param calibration a copy of the image's calibration
 * @param selection bounds of the area selection, picture pixels, or null
 */
public record Photograph(Picture picture, PixelFormat format, String title, Calibration calibration, Rectangle selection) {

	/** Longest side taken, pixels. */
	public static final int LARGEST_SIDE = 16_384;
	/** Largest area taken, pixels; the working memory of a warp is about 100 bytes for each. */
	public static final int LARGEST_AREA = 120_000_000;

	/**
	 * Reads the current slice.
	 *
	 * @throws BadInput when there is no image, it is empty, too large, or holds NaN or infinite values
	 */
	public static Photograph of(final ImagePlus image) {
		checkSize(image);
		final Roi roi = image.getRoi();
		final Rectangle selection = roi != null && roi.isArea() ? roi.getBounds() : null;
		final PixelFormat format = formatOf(image);
		final Picture picture = new Picture(image.getWidth(), image.getHeight(), 3);
		if (isCompositeView(image)) readComposite((CompositeImage) image, picture);
		else readSlice(image, format, picture);
		toLinear(picture, image.getTitle());
		return new Photograph(picture, format, image.getTitle(), image.getCalibration().copy(), selection);
	}

	/** The same photograph, scaled down so that its longer side is at most {@code side} pixels; itself where it is small already. */
	public Photograph scaledTo(final int side) {
		final double scale = (double) side / Math.max(picture.width(), picture.height());
		if (scale >= 1) return this;
		final int width = Math.max(1, (int) Math.round(picture.width() * scale));
		final int height = Math.max(1, (int) Math.round(picture.height() * scale));
		final Picture small = new Picture(width, height, picture.channels());
		for (int c = 0; c < picture.channels(); c++) {
			final float[] plane = Arrays.copyOfRange(picture.data(), c * picture.planeSize(), (c + 1) * picture.planeSize());
			final ImageProcessor scaled = new FloatProcessor(picture.width(), picture.height(), plane);
			scaled.setInterpolationMethod(ImageProcessor.BILINEAR);
			System.arraycopy(scaled.resize(width, height, true).getPixels(), 0, small.data(), c * width * height, width * height);
		}
		return new Photograph(small, format, title, calibration, scaled(selection, scale));
	}

	private static Rectangle scaled(final Rectangle area, final double scale) {
		return area == null ? null : new Rectangle((int) (area.x * scale), (int) (area.y * scale), (int) Math.ceil(area.width * scale),
			(int) Math.ceil(area.height * scale));
	}

	/** A new image in this photograph's format, with its calibration and a title derived from its own. */
	public ImagePlus derive(final Picture result, final String suffix) {
		final ImagePlus out = named(new ImagePlus("", format.store(result)), suffix);
		format.show(out);
		return out;
	}

	/** Gives an image this photograph's calibration of space and a title derived from its own. */
	public ImagePlus named(final ImagePlus image, final String suffix) {
		image.setTitle(baseName(title) + "-" + suffix);
		final Calibration copy = calibration.copy();
		// A density scale holds only where the stored values mean the same.
		if (!format.isGrey() || image.getBitDepth() != format.bitDepth()) copy.disableDensityCalibration();
		image.setCalibration(copy);
		return image;
	}

	/**
	 * As {@link #named}, for a map of a part of the picture: its pixels are as large as what they show, in this photograph's units, and
	 * where it is not turned against the picture, its coordinates are the photograph's.
	 *
	 * @param mapToPicture map pixels to picture pixels
	 */
	public ImagePlus namedPart(final ImagePlus map, final String suffix, final Similarity mapToPicture) {
		final Calibration part = named(map, suffix).getCalibration();
		final boolean upright = Math.abs(mapToPicture.angle()) < 1e-6;
		part.pixelWidth *= mapToPicture.scale();
		part.pixelHeight *= mapToPicture.scale();
		part.xOrigin = upright ? (calibration.xOrigin - mapToPicture.tx()) / mapToPicture.scale() : 0;
		part.yOrigin = upright ? (calibration.yOrigin - mapToPicture.ty()) / mapToPicture.scale() : 0;
		return map;
	}

	/** A title or file name without its extension. */
	public static String baseName(final String title) {
		final int dot = title.lastIndexOf('.');
		return dot > 0 && title.length() - dot <= 5 ? title.substring(0, dot) : title;
	}

	private static void checkSize(final ImagePlus image) {
		if (image == null) throw new BadInput("There is no image: open a photograph first.");
		if (image.getWidth() < 1 || image.getHeight() < 1 || image.getStackSize() < 1 || image.getProcessor() == null) {
			throw new BadInput("\"" + image.getTitle() + "\" is empty: it has no slice to read.");
		}
		checkSize("\"" + image.getTitle() + "\"", image.getWidth(), image.getHeight());
	}

	/** Throws {@link BadInput} where a picture of this size is too large. @param name the begin of a sentence */
	public static void checkSize(final String name, final int width, final int height) {
		if (Math.max(width, height) <= LARGEST_SIDE && (long) width * height <= LARGEST_AREA) return;
		throw new BadInput(name + " is " + width + " x " + height + " pixels; at most " + LARGEST_SIDE + " a side and " + LARGEST_AREA / 1_000_000 +
			" million in all are taken: crop or scale it down first.");
	}

	private static boolean isCompositeView(final ImagePlus image) {
		return image instanceof CompositeImage && ((CompositeImage) image).getMode() == CompositeImage.COMPOSITE;
	}

	private static PixelFormat formatOf(final ImagePlus image) {
		final ImageProcessor slice = image.getProcessor();
		if (slice instanceof ColorProcessor || isCompositeView(image) || !isGreyTable(slice)) return PixelFormat.RGB;
		if (slice.getBitDepth() == 8) return PixelFormat.GREY8;
		final double low = slice.getMin();
		final double high = slice.getMax() > low ? slice.getMax() : low + 1;
		return new PixelFormat(slice.getBitDepth() == 16 ? PixelFormat.Kind.GREY16 : PixelFormat.Kind.GREY32, low, high);
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
					at / picture.width() + "): replace such values first (Process > Math > NaN Background, Remove NaNs...).");
			}
			data[i] = Colour.toLinear(data[i]);
		}
	}
}
