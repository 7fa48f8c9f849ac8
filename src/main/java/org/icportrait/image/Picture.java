package org.icportrait.image;

import java.util.Arrays;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import org.icportrait.geometry.Area;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * A picture or a map of numbers in memory: {@code channels} planes of 32-bit floats.
 * <p>
 * Sample (x, y, c) stands at {@code data[(c * height + y) * width + x]}; y runs down. Colour pictures hold LINEAR
 * light, red-green-blue, white = 1 (see {@link Colour}). Not synchronised: one writer at a time.
 * </p>
 */
public final class Picture {

	private final int width;
	private final int height;
	private final int channels;
	private final float[] data;

	/** Makes a picture of zeros. */
	public Picture(final int width, final int height, final int channels) {
		this(width, height, channels, new float[Math.multiplyExact(Math.multiplyExact(width, height), channels)]);
	}

	/** Wraps {@code data} (not copied), whose length must be {@code width * height * channels}. */
	public Picture(final int width, final int height, final int channels, final float[] data) {
		if (width < 1 || height < 1 || channels < 1 || data.length != (long) width * height * channels) {
			throw new IllegalArgumentException("A picture of " + width + " x " + height + " x " + channels + " cannot hold " + data.length + " numbers.");
		}
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.data = data;
	}

	/** A mask of {@code width} pixels a row as shares, one channel: 1 where it is set, 0 elsewhere. */
	public static Picture ofMask(final boolean[] mask, final int width) {
		final Picture out = new Picture(width, mask.length / width, 1);
		Workers.rows(out.height, Progress.NONE, y -> {
			for (int i = y * width; i < (y + 1) * width; i++) out.data[i] = mask[i] ? 1 : 0;
		});
		return out;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public int channels() {
		return channels;
	}

	/** Samples of one plane: {@code width * height}. */
	public int planeSize() {
		return width * height;
	}

	/** The live samples, planar; changing them changes the picture. */
	public float[] data() {
		return data;
	}

	public float get(final int x, final int y, final int channel) {
		return data[(channel * height + y) * width + x];
	}

	public void set(final int x, final int y, final int channel, final float value) {
		data[(channel * height + y) * width + x] = value;
	}

	/** A deep copy. */
	public Picture copy() {
		return new Picture(width, height, channels, data.clone());
	}

	/** A copy of one channel. */
	public Picture plane(final int channel) {
		return new Picture(width, height, 1, Arrays.copyOfRange(data, channel * planeSize(), (channel + 1) * planeSize()));
	}

	/** The same samples as an ImgLib2 image with axes x, y, channel; nothing is copied. */
	public ArrayImg<FloatType, FloatArray> asImg() {
		return ArrayImgs.floats(data, width, height, channels);
	}

	/** The same in another size, by bilinear samples at the middles of its pixels; itself where it has that size. */
	public Picture resampled(final int newWidth, final int newHeight) {
		if (newWidth == width && newHeight == height) return this;
		final Picture out = new Picture(newWidth, newHeight, channels);
		Workers.rows(newHeight * channels, Progress.NONE, line -> {
			final int c = line / newHeight, y = line % newHeight;
			for (int x = 0; x < newWidth; x++) out.set(x, y, c, sample((x + 0.5) * width / newWidth, (y + 0.5) * height / newHeight, c));
		});
		return out;
	}

	/** All of it: columns and rows from 0. */
	public Area area() {
		return new Area(0, 0, width, height);
	}

	/** Which samples of the first channel are above a threshold, row by row. */
	public boolean[] above(final float threshold) {
		final boolean[] out = new boolean[planeSize()];
		Workers.rows(height, Progress.NONE, y -> {
			for (int i = y * width; i < (y + 1) * width; i++) out[i] = data[i] > threshold;
		});
		return out;
	}

	/** A copy of a part that lies within the picture and is not empty. */
	public Picture part(final Area area, final Progress progress) {
		final Picture out = new Picture(area.width(), area.height(), channels);
		Workers.rows(area.height() * channels, progress, line -> {
			final int from = (line / area.height() * height + area.y() + line % area.height()) * width + area.x();
			System.arraycopy(data, from, out.data, line * area.width(), area.width());
		});
		return out;
	}

	/** Each channel times a weight, one number a pixel, and the weight as one channel more: over its means those of the others are means of what is known. */
	public Picture weighted(final float[] weight) {
		final Picture out = new Picture(width, height, channels + 1);
		for (int i = 0; i < data.length; i++) out.data[i] = weight[i % weight.length] * data[i];
		System.arraycopy(weight, 0, out.data, data.length, weight.length);
		return out;
	}

	/**
	 * Bilinear sample at continuous coordinates: the centre of pixel (i, j) is (i + 0.5, j + 0.5). Outside, the nearest
	 * border pixel counts.
	 */
	public float sample(final double x, final double y, final int channel) {
		final double px = within(x - 0.5, width - 1), py = within(y - 0.5, height - 1);
		final int x0 = Math.min((int) px, Math.max(width - 2, 0));
		final int y0 = Math.min((int) py, Math.max(height - 2, 0));
		return between((channel * height + y0) * width + x0, (float) (px - x0), (float) (py - y0));
	}

	/** The same of as many channels at once as {@code out} holds, from {@code first} on. */
	public void sample(final double x, final double y, final int first, final float[] out) {
		final double px = within(x - 0.5, width - 1), py = within(y - 0.5, height - 1);
		final int x0 = Math.min((int) px, Math.max(width - 2, 0));
		final int y0 = Math.min((int) py, Math.max(height - 2, 0));
		final float fx = (float) (px - x0);
		final float fy = (float) (py - y0);
		for (int c = 0, i = (first * height + y0) * width + x0; c < out.length; c++, i += width * height) out[c] = between(i, fx, fy);
	}

	/** 0..most. By branches, which are foreseen: minima and maxima of doubles take longer than all the rest of a sample. */
	private static double within(final double place, final int most) {
		return place <= 0 ? 0 : place >= most ? most : place;
	}

	/** Between sample i and its neighbours to the right and below, by these shares of the way. */
	private float between(final int i, final float fx, final float fy) {
		final int right = width > 1 ? 1 : 0;
		final int j = height > 1 ? i + width : i;
		final float top = data[i] + fx * (data[i + right] - data[i]);
		final float bottom = data[j] + fx * (data[j + right] - data[j]);
		return top + fy * (bottom - top);
	}
}
