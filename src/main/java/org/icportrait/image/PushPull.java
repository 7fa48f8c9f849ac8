package org.icportrait.image;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Fills what is not known from what is known around it, smoothly, by a pyramid of weighted means (Gortler et al. 1996,
 * "The Lumigraph": pull down, push up). Linear time.
 */
public final class PushPull {

	private PushPull() {}

	/**
	 * @param known any number of channels; only where {@code weight} is above 0 it is read
	 * @param weight one number for each pixel, 0..1: how much the pixel is known
	 * @return a new picture: the known value where weight is 1, in between a blend
	 */
	public static Picture fill(final Picture known, final float[] weight) {
		return fill(known, weight, Progress.NONE);
	}

	/** The same; {@code progress} is asked whether to go on. */
	public static Picture fill(final Picture known, final float[] weight, final Progress progress) {
		final int w = known.width(), h = known.height();
		if (w == 1 && h == 1) return known.copy();
		final int cw = (w + 1) / 2, ch = (h + 1) / 2;
		final Picture coarse = new Picture(cw, ch, known.channels());
		final float[] coarseWeight = new float[cw * ch];
		Workers.rows(ch, progress, row -> pull(known, weight, coarse, coarseWeight, row));
		final Picture filled = fill(coarse, coarseWeight, progress);
		final Picture out = new Picture(w, h, known.channels());
		Workers.rows(h, progress, row -> push(known, weight, filled, out, row));
		return out;
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
