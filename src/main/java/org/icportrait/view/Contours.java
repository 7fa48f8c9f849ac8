package org.icportrait.view;

import java.util.Arrays;
import java.util.function.IntConsumer;

import org.icportrait.image.Picture;
import org.icportrait.raster.Fragments;
import org.icportrait.raster.Sights;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * The pixels along contours, where triangle edges leave stairs: neighbours there come from places far apart, or the person ends hard.
 * They take a 5 x 5 binomial mean of the person around, so that nothing empty bleeds in: as light mixes, a dark face before a bright wall shows the stairs of a narrower one.
 */
final class Contours {

	/** Neighbours whose places jump by more than this (pixels), and whose depths by more than this (dm), lie on a contour. */
	private static final float JUMP = 3, STEP = 0.1f;
	/** Two neighbours, one of them empty, are a hard end if the other is more solid than this. */
	private static final float HARD = 0.7f;
	private static final int[] BINOMIAL = { 1, 4, 6, 4, 1 };
	private static final int RADIUS = BINOMIAL.length / 2, TAPS = BINOMIAL.length * BINOMIAL.length;
	private static final float[] WEIGHTS = weights();

	/** So many pixels are worked on by one thread at a time, times the rows of a band. */
	private static final int PART = 256;

	private final int width;
	/** Indices of the pixels, and the weights of their neighbours. */
	private final int[] pixels;
	private final float[] weights;

	private static float[] weights() {
		final float[] out = new float[TAPS];
		for (int tap = 0; tap < TAPS; tap++) out[tap] = BINOMIAL[tap / BINOMIAL.length] * BINOMIAL[tap % BINOMIAL.length] / 256f;
		return out;
	}

	private Contours(final int width, final int[] pixels, final float[] weights) {
		this.width = width;
		this.pixels = pixels;
		this.weights = weights;
	}

	/** Finds the contours, and changes alpha along them; a pixel that was empty takes its strongest neighbour's place. */
	static Contours smooth(final Sights sights, final float[] alpha, final int width, final Progress progress) {
		final int height = alpha.length / width;
		final boolean[] marked = new boolean[alpha.length];
		// Rows in two turns, as each marks the next one too.
		for (int turn = 0; turn < 2; turn++) {
			final int odd = turn;
			Workers.rows(height / 2, progress, half -> mark(sights, alpha, width, 2 * half + odd, marked));
		}
		return new Contours(width, list(marked, width, progress), null).weighted(sights, alpha, progress);
	}

	private static void mark(final Sights sights, final float[] alpha, final int w, final int row, final boolean[] marked) {
		if ((row + 1) * w >= alpha.length) return;
		final float[] depth = sights.seen.depth;
		for (int i = row * w; i + 1 < (row + 1) * w; i++) {
			if (differ(alpha, depth, i, i + 1) && isJump(sights, alpha, i, i + 1)) marked[i] = marked[i + 1] = true;
			if (differ(alpha, depth, i, i + w) && isJump(sights, alpha, i, i + w)) marked[i] = marked[i + w] = true;
		}
	}

	/** Most neighbours do not. */
	private static boolean differ(final float[] alpha, final float[] depth, final int i, final int j) {
		return alpha[i] > 0 && alpha[j] > 0 ? Math.abs(depth[i] - depth[j]) > STEP : alpha[i] + alpha[j] > HARD;
	}

	private static boolean isJump(final Sights s, final float[] alpha, final int i, final int j) {
		if (alpha[i] <= 0 || alpha[j] <= 0) return true;
		final Fragments f = s.seen;
		if (s.isBlended(i) || s.isBlended(j) || Sights.isMirrored(s.which[i]) || Sights.isMirrored(s.which[j])) return false; // those blend already
		return s.which[i] != s.which[j] || Math.abs(f.x[i] - f.x[j]) + Math.abs(f.y[i] - f.y[j]) > JUMP;
	}

	/** The marked pixels and those beside them, as far as they have neighbours all around. */
	private static int[] list(final boolean[] marked, final int w, final Progress progress) {
		final int[][] rows = new int[marked.length / w][];
		Workers.rows(rows.length, progress, row -> rows[row] = row < RADIUS || row >= rows.length - RADIUS ? new int[0] : ofRow(marked, w, row));
		return Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
	}

	private static int[] ofRow(final boolean[] marked, final int w, final int row) {
		final int[] list = new int[w];
		int count = 0;
		for (int i = row * w + RADIUS; i < (row + 1) * w - RADIUS; i++) {
			if (marked[i] || marked[i - 1] || marked[i + 1] || marked[i - w] || marked[i + w]) list[count++] = i;
		}
		return Arrays.copyOf(list, count);
	}

	private Contours weighted(final Sights sights, final float[] alpha, final Progress progress) {
		final float[] shares = new float[TAPS * pixels.length], smooth = new float[pixels.length];
		each(progress, k -> {
			for (int tap = 0; tap < TAPS; tap++) {
				shares[TAPS * k + tap] = WEIGHTS[tap] * alpha[neighbour(pixels[k], tap)];
				smooth[k] += shares[TAPS * k + tap];
			}
			for (int tap = 0; tap < TAPS && smooth[k] > 0; tap++) shares[TAPS * k + tap] /= smooth[k];
		});
		each(progress, k -> {
			if (alpha[pixels[k]] <= 0) adoptPlace(sights, alpha, pixels[k]);
		});
		each(progress, k -> alpha[pixels[k]] = smooth[k]);
		return new Contours(width, pixels, shares);
	}

	/** Does something for each of the pixels. */
	private void each(final Progress progress, final IntConsumer work) {
		Workers.bands((pixels.length + PART - 1) / PART, progress, (from, to) -> {
			for (int k = from * PART; k < Math.min(pixels.length, to * PART); k++) work.accept(k);
		});
	}

	private void adoptPlace(final Sights sights, final float[] alpha, final int pixel) {
		int best = pixel;
		float most = 0;
		for (int tap = 0; tap < TAPS; tap++) {
			final int other = neighbour(pixel, tap);
			if (WEIGHTS[tap] * alpha[other] <= most) continue;
			most = WEIGHTS[tap] * alpha[other];
			best = other;
		}
		sights.seen.take(sights.top(best), best, pixel);
		sights.which[pixel] = sights.topSight(best);
	}

	/** Replaces the pixels of a carried picture by the means around them. */
	void apply(final Picture carried, final Progress progress) {
		final int channels = carried.channels(), n = carried.planeSize();
		final float[] means = new float[channels * pixels.length];
		each(progress, k -> {
			for (int tap = 0; tap < TAPS; tap++) {
				final float weight = weights[TAPS * k + tap];
				final int at = neighbour(pixels[k], tap);
				for (int c = 0; c < channels; c++) means[channels * k + c] += weight * carried.data()[c * n + at];
			}
		});
		each(progress, k -> {
			for (int c = 0; c < channels; c++) carried.data()[c * n + pixels[k]] = means[channels * k + c];
		});
	}

	private int neighbour(final int pixel, final int tap) {
		return pixel + (tap / BINOMIAL.length - RADIUS) * width + tap % BINOMIAL.length - RADIUS;
	}
}
