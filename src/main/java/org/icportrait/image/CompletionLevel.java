package org.icportrait.image;

import java.util.Arrays;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * A picture with a gap in cells, as {@link Completion} works on it.
 *
 * @param cells square roots of linear colour, as differences are seen; live, changed in the gap
 * @param gap cells any of whose pixels are wanted
 * @param known cells all of whose pixels may be taken
 */
record CompletionLevel(Picture cells, boolean[] gap, boolean[] known) {

	private static final int RADIUS = PatchMatches.RADIUS;

	/** Means of blocks of so many pixels; what is left of a block at the right and at the bottom is a cell too. @param colour linear */
	static CompletionLevel of(final Picture colour, final boolean[] gap, final boolean[] known, final int block, final Progress progress) {
		final int w = (colour.width() + block - 1) / block, h = (colour.height() + block - 1) / block;
		final CompletionLevel out = new CompletionLevel(new Picture(w, h, colour.channels()), new boolean[w * h], new boolean[w * h]);
		Workers.rows(h, progress, row -> {
			for (int x = 0; x < w; x++) out.mean(colour, gap, known, block, x, row);
		});
		return out;
	}

	private void mean(final Picture colour, final boolean[] inGap, final boolean[] isKnown, final int block, final int x, final int y) {
		final int w = colour.width(), right = Math.min(w, (x + 1) * block), bottom = Math.min(colour.height(), (y + 1) * block), to = y * cells.width() + x;
		final float[] sums = new float[colour.channels()];
		known[to] = true;
		for (int row = y * block; row < bottom; row++) {
			for (int i = row * w + x * block; i < row * w + right; i++) {
				gap[to] |= inGap[i];
				known[to] &= isKnown[i];
				for (int c = 0; c < sums.length; c++) sums[c] += colour.data()[c * colour.planeSize() + i];
			}
		}
		final int count = (right - x * block) * (bottom - y * block);
		for (int c = 0; c < sums.length; c++) cells.data()[c * cells.planeSize() + to] = (float) Math.sqrt(Math.max(0, sums[c] / count));
	}

	/** Half as many cells across. */
	CompletionLevel halved(final Progress progress) {
		final Picture linear = cells.copy();
		for (int i = 0; i < linear.data().length; i++) linear.data()[i] *= linear.data()[i];
		return of(linear, gap, known, 2, progress);
	}

	int longest() {
		return Math.max(cells.width(), cells.height());
	}

	/** Cells with a whole square of known ones about them. */
	boolean[] sources(final Progress progress) {
		final int w = cells.width(), h = cells.height();
		final boolean[] out = Dilation.shrink(known, w, RADIUS, progress);
		for (int i = 0; i < out.length; i++) {
			out[i] &= i % w >= RADIUS && i % w < w - RADIUS && i / w >= RADIUS && i / w < h - RADIUS;
		}
		return out;
	}

	/**
	 * What each cell tells of what lies in the gap: all that is known 1, in the gap less with each cell farther in, the rest nothing.
	 *
	 * @param fall by which it falls with each cell
	 * @param deep cells in from which on it falls no more
	 */
	float[] trust(final double fall, final int deep, final Progress progress) {
		final float[] away = Distance.to(known, cells.width(), deep, progress), out = new float[known.length];
		for (int i = 0; i < out.length; i++) out[i] = known[i] ? 1 : gap[i] ? (float) Math.pow(fall, -away[i]) : 0;
		return out;
	}

	/**
	 * First guesses for all squares that touch the gap, -1 for all others: those of the level before, else the square itself, which is not known.
	 *
	 * @param before twice as coarse, with its matches; null, with them, on the coarsest level
	 */
	int[] start(final CompletionLevel before, final int[] matches, final Progress progress) {
		final int w = cells.width();
		final boolean[] wanted = Dilation.grow(gap, w, RADIUS, progress);
		final int[] to = new int[gap.length];
		Arrays.fill(to, -1);
		for (int i = 0; i < to.length; i++) if (wanted[i]) {
			final int x = i % w, y = i / w, coarse = before == null ? -1 : matches[y / 2 * before.cells.width() + x / 2];
			to[i] = coarse < 0 ? i : Math.min(cells.height() - 1, coarse / before.cells.width() * 2 + y % 2) * w
				+ Math.min(w - 1, coarse % before.cells.width() * 2 + x % 2);
		}
		return to;
	}

	/** Gives each cell of the gap the mean of what the squares over it say. */
	void take(final int[] to, final float[] trust, final Progress progress) {
		final float[] from = cells.data().clone();
		Workers.rows(cells.height(), progress, y -> {
			for (int i = y * cells.width(); i < (y + 1) * cells.width(); i++) if (gap[i]) take(i, to, trust, from);
		});
	}

	private void take(final int i, final int[] to, final float[] trust, final float[] from) {
		final int w = cells.width(), x = i % w, y = i / w, n = cells.planeSize();
		final float[] sums = new float[cells.channels()];
		float all = 0;
		for (int dy = Math.max(-RADIUS, -y); dy <= Math.min(RADIUS, cells.height() - 1 - y); dy++) {
			for (int dx = Math.max(-RADIUS, -x); dx <= Math.min(RADIUS, w - 1 - x); dx++) {
				final int middle = i + dy * w + dx, its = to[middle] - dy * w - dx;
				if (trust[middle] <= 0 || to[middle] < 0) continue;
				all += trust[middle];
				for (int c = 0; c < sums.length; c++) sums[c] += trust[middle] * from[c * n + its];
			}
		}
		for (int c = 0; c < sums.length && all > 0; c++) cells.data()[c * n + i] = sums[c] / all;
	}
}
