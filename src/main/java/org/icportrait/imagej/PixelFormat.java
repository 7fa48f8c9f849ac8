package org.icportrait.imagej;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How the pixels of a picture are stored in ImageJ, so that a result comes back in the kind that was given: grey in, grey of the
 * same depth out; any colour in, RGB out. Immutable.
 *
 * @param kind storage of one pixel
 * @param low stored value that is black (grey only)
 * @param high stored value that is white (grey only), above {@code low}
 */
public record PixelFormat(Kind kind, double low, double high) {

	/** Storage of one pixel. */
	public enum Kind {
		GREY8(8), GREY16(16), GREY32(32), RGB(24);

		private final int bitDepth;

		Kind(final int bitDepth) {
			this.bitDepth = bitDepth;
		}
	}

	public static final PixelFormat RGB = new PixelFormat(Kind.RGB, 0, 255);

	/** @param depth 8, 16 or 32 bits @param low stored value that is shown black @param high the one that is shown white, above {@code low} */
	static PixelFormat grey(final int depth, final double low, final double high) {
		return new PixelFormat(depth == 8 ? Kind.GREY8 : depth == 16 ? Kind.GREY16 : Kind.GREY32, low, high);
	}

	public boolean isGrey() {
		return kind != Kind.RGB;
	}

	/** As {@link ImagePlus#getBitDepth()} says it. */
	public int bitDepth() {
		return kind.bitDepth;
	}

	/**
	 * Stores a picture in this format.
	 *
	 * @param picture linear light, 1 or 3 channels; light above 1 and below 0 is clipped, NaN becomes black
	 */
	public ImageProcessor store(final Picture picture) {
		return switch (kind) {
			case RGB -> storeColour(picture);
			case GREY8 -> storeBytes(picture);
			case GREY16 -> storeShorts(picture);
			case GREY32 -> new FloatProcessor(picture.width(), picture.height(), scaled(picture));
		};
	}

	/** The display range that shows {@link #low} black and {@link #high} white. */
	void show(final ImagePlus image) {
		if (isGrey()) image.setDisplayRange(low, high);
	}

	private ImageProcessor storeShorts(final Picture picture) {
		final float[] values = scaled(picture);
		final short[] pixels = new short[values.length];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (short) Math.min(65535, Math.max(0, Math.round(values[i])));
		return new ShortProcessor(picture.width(), picture.height(), pixels, null);
	}

	private ImageProcessor storeBytes(final Picture picture) {
		final float[] values = scaled(picture);
		final byte[] pixels = new byte[values.length];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (int) Math.min(255, Math.max(0, values[i] + 0.5f));
		return new ByteProcessor(picture.width(), picture.height(), pixels);
	}

	private static ImageProcessor storeColour(final Picture picture) {
		final float[] data = picture.data();
		final int plane = picture.planeSize();
		final int step = picture.channels() == 1 ? 0 : plane;
		final int[] pixels = new int[plane];
		final int width = picture.width();
		Workers.rows(picture.height(), Progress.NONE, row -> {
			for (int i = row * width; i < (row + 1) * width; i++) {
				pixels[i] = Colour.toSrgbByte(data[i]) << 16 | Colour.toSrgbByte(data[i + step]) << 8 | Colour.toSrgbByte(data[i + 2 * step]);
			}
		});
		return new ColorProcessor(picture.width(), picture.height(), pixels);
	}

	private float[] scaled(final Picture picture) {
		final float[] values = new float[picture.planeSize()];
		for (int i = 0; i < values.length; i++) values[i] = (float) (low + (high - low) * Colour.toSrgb(grey(picture, i)));
		return values;
	}

	/** Luminance of sample {@code i} of a plane. */
	private static float grey(final Picture picture, final int i) {
		return picture.channels() == 1 ? picture.data()[i] : Colour.luminance(picture, i);
	}
}
