package org.icportrait.image;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.icportrait.geometry.Similarity;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Cuts a turned square out of a picture without aliasing: pixels are first averaged in whole blocks, then taken bilinearly, four
 * times a pixel where it still shrinks. Beyond the picture its border repeats. Averages linear light.
 */
public final class CropSampler {

	private CropSampler() {}

	/**
	 * @param picture linear light; one channel is taken three times, of more than three the first three
	 * @param cropToPicture fractions of the crop (0..1) to picture pixels
	 * @param side of the crop, pixels
	 * @return linear RGB, side x side
	 */
	public static Picture crop(final Picture picture, final Similarity cropToPicture, final int side) {
		return crop(picture, cropToPicture, side, Progress.NONE);
	}

	/** The same; {@code progress} is asked whether to go on. */
	public static Picture crop(final Picture picture, final Similarity cropToPicture, final int side, final Progress progress) {
		final double step = cropToPicture.scale() / side;
		final int block = Math.max(1, (int) step);
		final Region region = Region.of(picture, cropToPicture, block);
		final Picture blocks = block == 1 ? picture : region.average(picture, block, progress);
		final Similarity toBlocks = block == 1 ? cropToPicture
			: new Similarity(1.0 / block, 0, -(double) region.x / block, -(double) region.y / block).after(cropToPicture);
		return sample(blocks, toBlocks, side, step / block > 1.01 ? 2 : 1, progress);
	}

	/** Writes linear RGB as planar sRGB 0..1. */
	public static void writeSrgb(final Picture rgb, final FloatBuffer target) {
		final float[] line = new float[rgb.width()];
		for (int start = 0; start < rgb.data().length; start += line.length) {
			for (int x = 0; x < line.length; x++) line[x] = Colour.toSrgb(rgb.data()[start + x]);
			target.put(line);
		}
	}

	private static Picture sample(final Picture source, final Similarity toSource, final int side, final int taps, final Progress progress) {
		final Picture target = new Picture(side, side, 3);
		final int n = side * side, channels = source.channels() < 3 ? 1 : 3;
		final double[] places = new double[side * taps];
		for (int k = 0; k < places.length; k++) places[k] = (k / taps + (k % taps + 0.5) / taps) / side;
		Workers.rows(side, progress, row -> {
			final float[] values = new float[channels], means = new float[channels];
			for (int column = 0, i = row * side; column < side; column++, i++) {
				tap(source, toSource, places, taps, column, row, values, means);
				for (int c = 0; c < 3; c++) target.data()[c * n + i] = means[c % channels];
			}
		});
		return target;
	}

	/** The mean of a pixel's taps, all channels at once; {@code values} holds those of one. @param places of taps along a side, fractions of it */
	private static void tap(final Picture source, final Similarity toSource, final double[] places, final int taps, final int column, final int row, final float[] values, final float[] means) {
		Arrays.fill(means, 0);
		for (int j = 0; j < taps; j++) {
			final double v = places[row * taps + j];
			for (int i = 0; i < taps; i++) {
				final double u = places[column * taps + i];
				source.sample(toSource.x(u, v), toSource.y(u, v), 0, values);
				for (int c = 0; c < means.length; c++) means[c] += values[c];
			}
		}
		for (int c = 0; c < means.length; c++) means[c] /= taps * taps;
	}

	/** The upright rectangle of a picture that a crop touches; at least one pixel. */
	private record Region(int x, int y, int width, int height) {

		static Region of(final Picture picture, final Similarity cropToPicture, final int block) {
			final double[] bounds = cropToPicture.bounds(0, 0, 1, 1);
			final int x0 = (int) clamp(bounds[0] - 2 * block, 0, picture.width() - 1);
			final int y0 = (int) clamp(bounds[1] - 2 * block, 0, picture.height() - 1);
			final int x1 = (int) clamp(bounds[2] + 2 * block, x0 + 1, picture.width());
			final int y1 = (int) clamp(bounds[3] + 2 * block, y0 + 1, picture.height());
			return new Region(x0, y0, x1 - x0, y1 - y0);
		}

		/** The means of blocks of {@code block} x {@code block} pixels; those at the right and lower edge may be smaller. */
		Picture average(final Picture picture, final int block, final Progress progress) {
			final int columns = (width + block - 1) / block;
			final int rows = (height + block - 1) / block;
			final Picture means = new Picture(columns, rows, picture.channels() < 3 ? 1 : 3);
			Workers.rows(rows * means.channels(), progress, line -> averageRow(picture, means, line / rows, line % rows, block));
			return means;
		}

		private void averageRow(final Picture picture, final Picture means, final int channel, final int row, final int block) {
			final int bottom = Math.min(y + height, y + (row + 1) * block);
			final int top = y + row * block;
			for (int column = 0; column < means.width(); column++) {
				final int left = x + column * block;
				final int right = Math.min(x + width, left + block);
				float sum = 0;
				for (int py = top; py < bottom; py++) {
					final int start = (channel * picture.height() + py) * picture.width();
					for (int px = left; px < right; px++) sum += picture.data()[start + px];
				}
				means.set(column, row, channel, sum / ((right - left) * (bottom - top)));
			}
		}

		private static double clamp(final double value, final double low, final double high) {
			return Math.min(Math.max(value, low), high);
		}
	}
}
