package org.icportrait.image;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Scales pictures as a sensor with larger pixels would see them: shrinking averages the exact area under each new pixel,
 * enlarging is bilinear. Thread-safe; works on all cores.
 */
public final class AreaScale {

	private AreaScale() {}

	/** All channels of {@code source} at a new size; both sides should change by about the same factor. */
	public static Picture scale(final Picture source, final int width, final int height) {
		final Picture target = new Picture(width, height, source.channels());
		final boolean shrink = width <= source.width() && height <= source.height();
		final Shares shares = shrink ? Shares.of(source.width(), width) : null;
		Workers.rows(height * source.channels(), Progress.NONE, line -> {
			final int channel = line / height;
			final int row = line % height;
			if (shrink) averageRow(source, target, channel, row, shares);
			else interpolateRow(source, target, channel, row);
		});
		return target;
	}

	/**
	 * Three channels made smaller with some pixels left out: colours times the share of each new pixel that is known, and that share as one channel more.
	 *
	 * @param source of the size of {@code known}, whose rows are {@code sourceWidth} long
	 * @param width not above the source's, as {@code height} is not
	 */
	public static Picture known(final PictureRows source, final int sourceWidth, final boolean[] known, final int width, final int height, final Progress progress) {
		final Picture target = new Picture(width, height, 4);
		final Shares shares = Shares.of(sourceWidth, width);
		Workers.bands(height, progress, (from, to) -> {
			final PictureRows.Reader reader = source.reader();
			for (int row = from; row < to; row++) averageKnown(reader, known, target, row, shares, sourceWidth);
		});
		return target;
	}

	private static void averageKnown(final PictureRows.Reader source, final boolean[] known, final Picture target, final int row, final Shares shares, final int w) {
		final int h = known.length / w;
		final double step = (double) h / target.height(), top = row * step, bottom = Math.min(top + step, h);
		final float[] line = new float[3 * w], sums = new float[w];
		final float[][] all = { new float[w], new float[w], new float[w], sums };
		for (int y = (int) top; y < bottom; y++) {
			final float weight = (float) ((Math.min(y + 1, bottom) - Math.max(y, top)) / step);
			source.read(y, line);
			for (int from = 0, to; from < w; from = to) {
				for (to = from; to < w && known[y * w + to] == known[y * w + from]; to++) {}
				if (!known[y * w + from]) continue;
				for (int c = 0; c < 3; c++) add(weight, line, c * w, all[c], from, to);
				for (int x = from; x < to; x++) sums[x] += weight;
			}
		}
		for (int c = 0; c < 4; c++) for (int i = 0; i < target.width(); i++) target.set(i, row, c, shares.mean(all[c], i));
	}

	private static void add(final float weight, final float[] source, final int start, final float[] sums, final int from, final int to) {
		for (int x = from; x < to; x++) sums[x] += weight * source[start + x];
	}

	private static void interpolateRow(final Picture source, final Picture target, final int channel, final int row) {
		final double stepX = (double) source.width() / target.width();
		final double y = (row + 0.5) * source.height() / target.height();
		for (int x = 0; x < target.width(); x++) target.set(x, row, channel, source.sample((x + 0.5) * stepX, y, channel));
	}

	private static void averageRow(final Picture source, final Picture target, final int channel, final int row, final Shares shares) {
		final double step = (double) source.height() / target.height();
		final double top = row * step;
		final double bottom = Math.min(top + step, source.height());
		final float[] sums = new float[source.width()];
		for (int y = (int) top; y < bottom; y++) {
			final float weight = (float) ((Math.min(y + 1, bottom) - Math.max(y, top)) / step);
			final int start = (channel * source.height() + y) * source.width();
			add(weight, source.data(), start, sums, 0, sums.length);
		}
		for (int i = 0; i < target.width(); i++) target.set(i, row, channel, shares.mean(sums, i));
	}

	/**
	 * Which pixels of a row lie under each new one.
	 *
	 * @param step pixels of the row for a new one
	 * @param begins where the shares of each new pixel begin, and where the last one's end
	 * @param shares of the pixels in the new ones that they lie under, one new one after the other
	 */
	private record Shares(double step, int[] begins, double[] shares) {

		static Shares of(final int length, final int newLength) {
			final double step = (double) length / newLength;
			final int[] begins = new int[newLength + 1];
			final double[] shares = new double[length + 2 * newLength];
			for (int i = 0, k = 0; i < newLength; i++) {
				final double left = i * step, right = Math.min(left + step, length);
				for (int x = (int) left; x < right; x++) shares[k++] = Math.min(x + 1, right) - Math.max(x, left);
				begins[i + 1] = k;
			}
			return new Shares(step, begins, shares);
		}

		/** The mean under new pixel i. */
		float mean(final float[] row, final int i) {
			double sum = 0;
			for (int k = begins[i], x = (int) (i * step); k < begins[i + 1]; k++, x++) sum += shares[k] * row[x];
			return (float) (sum / step);
		}
	}
}
