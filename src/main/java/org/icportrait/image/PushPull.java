package org.icportrait.image;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Fills what is not known from what is known around it, smoothly, by a pyramid of weighted means (Gortler et al. 1996,
 * "The Lumigraph": pull down, push up), on request relaxed on each level to a membrane. Linear time.
 */
public final class PushPull {

	/** Rounds after which a level moves no more than its grain: the coarser ones did the rest. */
	private static final int ROUNDS = 8;

	private PushPull() {}

	/**
	 * @param known any number of channels; only where {@code weight} is above 0 it is read
	 * @param weight one number for each pixel, 0..1: how much the pixel is known
	 * @param progress asked whether to go on
	 * @return a new picture: the known value where weight is 1, in between a blend
	 */
	public static Picture fill(final Picture known, final float[] weight, final Progress progress) {
		return fill(known, weight, 0, progress);
	}

	/**
	 * The same as a membrane: what is filled goes from each side of a gap to the other evenly, and lies at its border beside what is known there. By the
	 * pyramid alone the far side shows at the near one.
	 */
	public static Picture membrane(final Picture known, final float[] weight, final Progress progress) {
		return fill(known, weight, ROUNDS, progress);
	}

	/** @param rounds of relaxing on each level */
	private static Picture fill(final Picture known, final float[] weight, final int rounds, final Progress progress) {
		final int w = known.width(), h = known.height();
		if (w == 1 && h == 1) return known.copy();
		final int cw = (w + 1) / 2, ch = (h + 1) / 2;
		final Picture coarse = new Picture(cw, ch, known.channels());
		final float[] coarseWeight = new float[cw * ch];
		Workers.rows(ch, progress, row -> pull(known, weight, coarse, coarseWeight, row));
		final Picture filled = fill(coarse, coarseWeight, rounds, progress);
		final Picture out = new Picture(w, h, known.channels());
		Workers.rows(h, progress, row -> push(known, weight, filled, out, row));
		for (int half = 0; half < 2 * rounds; half++) {
			final int odd = half & 1;
			Workers.rows(h, progress, row -> relax(known, weight, out, row, odd));
		}
		return out;
	}

	/** Every other sample of a row becomes, as far as it is not known, the mean of those beside it, which are the others. */
	private static void relax(final Picture known, final float[] weight, final Picture out, final int row, final int odd) {
		final int w = out.width(), n = out.planeSize(), up = row > 0 ? -w : 0, down = row < out.height() - 1 ? w : 0;
		final float[] data = out.data();
		for (int x = (row + odd) & 1; x < w; x += 2) {
			final float a = Math.min(1, weight[row * w + x]);
			if (a >= 1) continue;
			for (int i = row * w + x; i < data.length; i += n) {
				final float mean = (data[i + up] + data[i + down] + data[x > 0 ? i - 1 : i] + data[x < w - 1 ? i + 1 : i]) / 4;
				data[i] = a > 0 ? a * known.data()[i] + (1 - a) * mean : mean;
			}
		}
	}

	/** One row of the coarse picture: the weighted means of two rows of the fine one. */
	private static void pull(final Picture fine, final float[] weight, final Picture coarse, final float[] coarseWeight, final int row) {
		final int w = fine.width(), cw = coarse.width(), start = row * cw;
		for (int y = 2 * row; y < Math.min(fine.height(), 2 * row + 2); y++) {
			for (int x = 0; x < w; x++) {
				final float a = weight[y * w + x];
				if (a <= 0) continue;
				final int to = start + (x >> 1);
				coarseWeight[to] += a;
				for (int c = 0; c < fine.channels(); c++) coarse.data()[c * coarse.planeSize() + to] += a * fine.data()[c * fine.planeSize() + y * w + x];
			}
		}
		for (int i = start; i < start + cw; i++) {
			if (coarseWeight[i] <= 0) continue;
			for (int c = 0; c < coarse.channels(); c++) coarse.data()[c * coarse.planeSize() + i] /= coarseWeight[i];
			coarseWeight[i] = Math.min(1, coarseWeight[i]);
		}
	}

	/** One row of the fine picture: the middles of fine pixels lie a quarter of a coarse one off its middle. */
	private static void push(final Picture fine, final float[] weight, final Picture coarse, final Picture out, final int row) {
		final int w = fine.width(), cw = coarse.width(), near = row >> 1;
		final int far = Math.max(0, Math.min(coarse.height() - 1, near + ((row & 1) == 0 ? -1 : 1)));
		final float[] line = new float[cw + 2];
		for (int c = 0; c < out.channels(); c++) {
			final int plane = c * coarse.planeSize(), start = c * out.planeSize() + row * w;
			for (int i = 0; i < cw; i++) line[i + 1] = 0.75f * coarse.data()[plane + near * cw + i] + 0.25f * coarse.data()[plane + far * cw + i];
			line[0] = line[1];
			line[cw + 1] = line[cw];
			for (int x = 0; x < w; x++) {
				final float a = weight[row * w + x], own = a > 0 ? a * fine.data()[start + x] : 0;
				final int i = (x >> 1) + 1;
				out.data()[start + x] = a >= 1 ? own : own + (1 - a) * (0.75f * line[i] + 0.25f * line[i + ((x & 1) == 0 ? -1 : 1)]);
			}
		}
	}
}
