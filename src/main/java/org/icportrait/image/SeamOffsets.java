package org.icportrait.image;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * By how much what is copied into a gap is to be brightened or darkened, so that no seam is left, neither at the gap's border nor between copies from
 * different places (Perez et al. 2003, "Poisson image editing"): each copy keeps its own gradients, and neighbours meet in the least squares. Stateless.
 */
final class SeamOffsets {

	/** Rounds of relaxing, and by how much each overshoots (successive over-relaxation). */
	private static final int ROUNDS = 120;
	private static final float OVER = 1.9f;

	/** So much light (linear) is added before it is seen as eyes see it: below it differences count as they are, above it as ratios, which keep colours. */
	private static final float DARK = 0.02f;

	private final CompletionLevel level;
	/** Logarithms of the cells' light. */
	private final float[] seen;
	private final int[] to;
	private final int w, h, n;
	/** How much brighter a cell's copy is wanted than its right and its lower neighbour's, beyond their own offsets; NaN where neither can tell. */
	private final Picture right, below;
	private final Picture offsets;

	private SeamOffsets(final CompletionLevel level, final int[] to) {
		this.level = level;
		this.to = to;
		w = level.cells().width();
		h = level.cells().height();
		n = w * h;
		right = new Picture(w, h, level.cells().channels());
		below = new Picture(w, h, level.cells().channels());
		seen = level.cells().data().clone();
		for (int i = 0; i < seen.length; i++) seen[i] = (float) Math.log(seen[i] * seen[i] + DARK);
		offsets = new Picture(w, h, level.cells().channels());
	}

	/**
	 * @param level the finest one; outside the gap its cells are as photographed
	 * @param to for each cell of the gap the one whose surroundings are copied to it
	 * @return for {@link #moved}; 0 outside the gap
	 */
	static Picture of(final CompletionLevel level, final int[] to, final Progress progress) {
		final SeamOffsets seams = new SeamOffsets(level, to);
		Workers.rows(seams.h, progress, seams::measure);
		for (int half = 0; half < 2 * ROUNDS; half++) {
			final int odd = half & 1;
			Workers.bands(seams.h, progress, (from, end) -> {
				for (int row = from; row < end; row++) seams.relax(row, odd);
			});
		}
		return seams.offsets;
	}

	/** Linear light with an offset. */
	static float moved(final float light, final float offset) {
		return offset == 0 ? light : Math.max(0, (float) Math.exp(offset) * (Math.max(0, light) + DARK) - DARK);
	}

	private void measure(final int row) {
		for (int i = row * w; i < (row + 1) * w; i++) {
			measure(i, 1, i % w < w - 1, right);
			measure(i, w, row < h - 1, below);
		}
	}

	/** What a cell's offset is to be above that of the cell a step on: how much brighter the other's copy is where both say something. */
	private void measure(final int i, final int step, final boolean inside, final Picture out) {
		final int j = i + step;
		final boolean wanted = inside && (level.gap()[i] || level.gap()[j]) && isTold(i) && isTold(j);
		for (int c = 0; c < out.channels(); c++) {
			float sum = 0;
			int count = 0;
			for (int at = i; wanted && at <= j; at += step) {
				final int own = source(i, at), other = source(j, at);
				if (own < 0 || other < 0) continue;
				sum += seen[c * n + other] - seen[c * n + own];
				count++;
			}
			out.data()[c * n + i] = count == 0 ? Float.NaN : sum / count;
		}
	}

	private boolean isTold(final int i) {
		return level.gap()[i] ? to[i] >= 0 : level.known()[i];
	}

	/** The cell that one place shows where it is copied as another one is; -1 where nobody knows. */
	private int source(final int as, final int at) {
		final int shown = level.gap()[as] ? to[as] + at - as : at;
		return shown >= 0 && shown < n && !level.gap()[shown] ? shown : -1;
	}

	/** Every other cell of a row moves to where its neighbours want it. */
	private void relax(final int row, final int odd) {
		for (int x = (row + odd) & 1; x < w; x += 2) {
			final int i = row * w + x;
			if (!level.gap()[i]) continue;
			for (int c = 0; c < offsets.channels(); c++) relax(c * n + i, x, row);
		}
	}

	private void relax(final int k, final int x, final int row) {
		final float[] own = offsets.data();
		float sum = 0;
		int count = 0;
		for (int side = 0; side < 4; side++) {
			final boolean back = side < 2, across = side % 2 == 0;
			if (across ? back ? x == 0 : x == w - 1 : back ? row == 0 : row == h - 1) continue;
			final int step = across ? 1 : w;
			final float wanted = (across ? right : below).data()[back ? k - step : k];
			if (Float.isNaN(wanted)) continue;
			sum += back ? own[k - step] - wanted : own[k + step] + wanted;
			count++;
		}
		if (count > 0) own[k] += OVER * (sum / count - own[k]);
	}
}
