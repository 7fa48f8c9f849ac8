package org.icportrait.files;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;

/**
 * Decoded pixels as ImageJ holds them: grey stays grey, 16 bits stay 16 bits, colours come out as sRGB, and what is transparent lies on
 * white.
 */
final class DecodedPixels {

	private static final int ROWS = 64;

	private final BufferedImage image;
	private final ColourProfile profile;
	/** Bands of colour as they are stored, and as they come out. */
	private final int stored, bands;
	private final boolean alpha, deep, inks;

	private DecodedPixels(final BufferedImage image, final byte[] profile, final List<String> notes) throws Damaged {
		this.image = image;
		final ColorModel model = image.getColorModel();
		alpha = model.hasAlpha();
		stored = image.getRaster().getNumBands() - (alpha ? 1 : 0);
		inks = model.getColorSpace().getType() == ColorSpace.TYPE_CMYK;
		deep = image.getSampleModel().getSampleSize(0) > 8;
		if (stored != 1 && stored != 3 && !(inks && stored == 4)) throw new Damaged("it has " + stored + " bands of colour, which nobody can tell the meaning of");
		this.profile = usable(profile, notes);
		bands = stored == 1 ? 1 : 3;
		if (inks && this.profile == null) notes.add("its four inks (CMYK), which no profile tells of, were turned into colours by a rule of thumb");
	}

	/**
	 * @param profile of the pixels; null for none
	 * @param notes takes what was done to them
	 */
	static ImagePlus toImage(final BufferedImage decoded, final byte[] profile, final List<String> notes) throws Damaged {
		final int type = decoded.getRaster().getTransferType();
		final boolean real = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
		return real || decoded.getSampleModel().getSampleSize(0) == 32 ? numbers(decoded) : new DecodedPixels(withoutTable(decoded), profile, notes).image(notes);
	}

	/** One number a pixel. */
	private static ImagePlus numbers(final BufferedImage decoded) throws Damaged {
		final Raster raster = decoded.getRaster();
		if (raster.getNumBands() != 1) throw new Damaged("it has " + raster.getNumBands() + " bands of real numbers, which nobody can tell the meaning of");
		final FloatProcessor out = new FloatProcessor(raster.getWidth(), raster.getHeight());
		for (int y = 0, i = 0; y < out.getHeight(); y++) for (int x = 0; x < out.getWidth(); x++, i++) out.setf(i, raster.getSampleFloat(x, y, 0));
		out.resetMinAndMax();
		return new ImagePlus("", out);
	}

	/** A picture of numbered colours has the colours themselves from here on; one of numbered greys has greys. */
	private static BufferedImage withoutTable(final BufferedImage image) {
		if (!(image.getColorModel() instanceof IndexColorModel table)) return image;
		boolean grey = !table.hasAlpha();
		for (int i = 0; i < table.getMapSize(); i++) grey &= table.getRed(i) == table.getGreen(i) && table.getGreen(i) == table.getBlue(i);
		if (!grey) return table.convertToIntDiscrete(image.getRaster(), true);
		final BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
		final Raster from = image.getRaster();
		for (int y = 0; y < image.getHeight(); y++) for (int x = 0; x < image.getWidth(); x++) out.getRaster().setSample(x, y, 0, table.getRed(from.getSample(x, y, 0)));
		return out;
	}

	private ColourProfile usable(final byte[] bytes, final List<String> notes) {
		if (bytes == null) return null;
		final ColourProfile read = ColourProfile.of(bytes);
		if (read == null) notes.add("its colour profile cannot be read: its numbers count as sRGB");
		else if (read.bands() != stored) notes.add("its colour profile (" + read.name() + ") is for another kind of colour: its numbers count as sRGB");
		else if (!read.isSrgb()) {
			notes.add("its colours were converted from " + read.name() + " to sRGB");
			return read;
		}
		return null;
	}

	private ImagePlus image(final List<String> notes) {
		final int width = image.getWidth(), height = image.getHeight();
		final ImageProcessor[] out = new ImageProcessor[deep ? bands : 1];
		for (int b = 0; b < out.length; b++) out[b] = deep ? new ShortProcessor(width, height) : bands == 1 ? new ByteProcessor(width, height) : new ColorProcessor(width,
			height);
		boolean transparent = false;
		for (int y = 0; y < height; y += ROWS) transparent |= convert(y, Math.min(ROWS, height - y), out);
		if (transparent) notes.add("what is transparent in it was laid on white");
		return out.length == 1 ? single(out[0]) : composite(out);
	}

	private static ImagePlus single(final ImageProcessor pixels) {
		pixels.resetMinAndMax();
		return new ImagePlus("", pixels);
	}

	private static ImagePlus composite(final ImageProcessor[] planes) {
		final ImageStack stack = new ImageStack(planes[0].getWidth(), planes[0].getHeight());
		final String[] names = { "Red", "Green", "Blue" };
		for (int b = 0; b < 3; b++) stack.addSlice(names[b], planes[b]);
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(3, 1, 1);
		final CompositeImage colours = new CompositeImage(image, CompositeImage.COMPOSITE);
		for (int c = 1; c <= 3; c++) {
			colours.setC(c);
			colours.setDisplayRange(0, 65535);
		}
		colours.setC(1);
		return colours;
	}

	/** A strip of rows; tells whether any of it is transparent. */
	private boolean convert(final int y, final int rows, final ImageProcessor[] out) {
		final int width = image.getWidth();
		final Raster raster = image.getRaster();
		final int all = raster.getNumBands(), top = (1 << image.getSampleModel().getSampleSize(0)) - 1, full = deep ? 65535 : 255;
		final int[] pixels = raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, rows, (int[]) null);
		if (top != full) for (int i = 0; i < pixels.length; i++) pixels[i] = (int) Math.round((double) pixels[i] * full / top);
		final int[] colour = colours(pixels, all, rows, full);
		boolean transparent = false;
		for (int i = 0; i < width * rows; i++) {
			final int opaque = alpha ? pixels[i * all + all - 1] : full;
			transparent |= opaque < full;
			if (opaque < full) for (int b = 0; b < bands; b++) {
				colour[i * bands + b] = (int) (((long) colour[i * bands + b] * opaque + (long) full * (full - opaque) + full / 2) / full);
			}
			final int at = y * width + i;
			if (bands == 1 || deep) for (int b = 0; b < bands; b++) out[b].set(at, colour[i * bands + b]);
			else out[0].set(at, 0xff000000 | colour[3 * i] << 16 | colour[3 * i + 1] << 8 | colour[3 * i + 2]);
		}
		return transparent;
	}

	/** Without alpha, as sRGB. */
	private int[] colours(final int[] pixels, final int all, final int rows, final int full) {
		final int count = pixels.length / all;
		if (profile == null && !alpha && !inks) return pixels;
		final int[] colour = new int[count * stored];
		for (int i = 0; i < count; i++) for (int b = 0; b < stored; b++) colour[i * stored + b] = pixels[i * all + b];
		if (profile != null) {
			final WritableRaster from = ColourProfile.samples(image.getWidth(), rows, stored, deep);
			from.setPixels(0, 0, image.getWidth(), rows, colour);
			final int[] rgb = profile.convert(from).getPixels(0, 0, image.getWidth(), rows, (int[]) null);
			if (bands == 3) return rgb;
			for (int i = 0; i < count; i++) colour[i] = rgb[3 * i + 1];
			return colour;
		}
		if (!inks) return colour;
		final int[] rgb = new int[count * 3];
		for (int i = 0; i < count; i++) for (int b = 0; b < 3; b++) {
			rgb[3 * i + b] = (int) ((long) (full - colour[4 * i + b]) * (full - colour[4 * i + 3]) / full);
		}
		return rgb;
	}
}
