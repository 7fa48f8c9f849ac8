package org.icportrait.image;

import java.util.Arrays;

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
		return width <= source.width() && height <= source.height() ? shrunk(source, width, height, null) : enlarged(source, width, height);
	}

	/**
	 * The same, not larger, of which not every pixel is wanted.
	 *
	 * @param wanted which are, row by row; the others are 0. Null for all
	 */
	public static Picture shrunk(final Picture source, final int width, final int height, final boolean[] wanted) {
		final Picture target = new Picture(width, height, source.channels());
		final Shares shares = Shares.of(source.width(), width);
		Workers.rows(height * source.channels(), Progress.NONE, line -> averageRow(source, target, line / height, line % height, shares, wanted));
		return target;
	}

	/** How much of each pixel of a smaller size a mask sets, one channel. @param sourceWidth of its rows */
	public static Picture share(final boolean[] mask, final int sourceWidth, final int width, final int height) {
		final Picture target = new Picture(width, height, 1);
		final Shares shares = Shares.of(sourceWidth, width);
		Workers.rows(height, Progress.NONE, row -> shareRow(mask, target, row, shares, sourceWidth));
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
		final float[] line = new float[3 * w];
		final float[][] sums = new float[4][w];
		rows(known.length / w, target.height(), row, (y, weight) -> {
			source.read(y, line);
			for (int from = 0, to; from < w; from = to) {
				for (to = from; to < w && known[y * w + to] == known[y * w + from]; to++) {}
				if (!known[y * w + from]) continue;
				for (int c = 0; c < 3; c++) add(weight, line, c * w, sums[c], from, to);
				for (int x = from; x < to; x++) sums[3][x] += weight;
			}
		});
		for (int c = 0; c < 4; c++) for (int i = 0; i < target.width(); i++) target.set(i, row, c, shares.mean(sums[c], i));
	}

	private static void add(final float weight, final float[] source, final int start, final float[] sums, final int from, final int to) {
		for (int x = from; x < to; x++) sums[x] += weight * source[start + x];
	}

	private static void shareRow(final boolean[] mask, final Picture target, final int row, final Shares shares, final int w) {
		final float[] sums = new float[w];
		rows(mask.length / w, target.height(), row, (y, weight) -> {
			for (int x = 0, i = y * w; x < w; x++, i++) if (mask[i]) sums[x] += weight;
		});
		for (int i = 0; i < target.width(); i++) target.set(i, row, 0, shares.mean(sums, i));
	}

	private static Picture enlarged(final Picture source, final int width, final int height) {
		final Picture target = new Picture(width, height, source.channels());
		final double stepX = (double) source.width() / width, stepY = (double) source.height() / height;
		Workers.rows(height * source.channels(), Progress.NONE, line -> {
			final int channel = line / height, row = line % height;
			for (int x = 0; x < width; x++) target.set(x, row, channel, source.sample((x + 0.5) * stepX, (row + 0.5) * stepY, channel));
		});
		return target;
	}

	private static void averageRow(final Picture source, final Picture target, final int channel, final int row, final Shares shares, final boolean[] wanted) {
		final float[] sums = new float[source.width()];
		for (int w = target.width(), start = row * w, from = 0, to; from < w; from = to) {
			for (to = from; to < w && (wanted == null || wanted[start + to] == wanted[start + from]); to++) {}
			if (wanted != null && !wanted[start + from]) continue;
			final int left = shares.first(from), right = shares.end(to - 1);
			Arrays.fill(sums, left, right, 0);
			rows(source.height(), target.height(), row, (y, weight) -> add(weight, source.data(), (channel * source.height() + y) * source.width(), sums, left, right));
			for (int i = from; i < to; i++) target.set(i, row, channel, shares.mean(sums, i));
		}
	}

	private interface Row {
		void add(int y, float weight);
	}

	/** The rows of a source that lie under a new one, and with what share. */
	private static void rows(final int sourceHeight, final int height, final int row, final Row work) {
		final double step = (double) sourceHeight / height, top = row * step, bottom = Math.min(top + step, sourceHeight);
		for (int y = (int) top; y < bottom; y++) work.add(y, (float) ((Math.min(y + 1, bottom) - Math.max(y, top)) / step));
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

		/** The first pixel that lies under new pixel i. */
		int first(final int i) {
			return (int) (i * step);
		}

		/** The pixel after the last one. */
		int end(final int i) {
			return first(i) + begins[i + 1] - begins[i];
		}

		/** The mean under new pixel i. */
		float mean(final float[] row, final int i) {
			double sum = 0;
			for (int k = begins[i], x = (int) (i * step); k < begins[i + 1]; k++, x++) sum += shares[k] * row[x];
			return (float) (sum / step);
		}
	}
}
