package org.icportrait.image;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.icportrait.work.Progress;

/**
 * For each small square that touches a gap the most alike one of what is known (Barnes et al. 2009, "PatchMatch": guesses, neighbours' guesses,
 * ever nearer guesses at random). One thread; the same input gives the same matches.
 */
final class PatchMatches {

	/** Squares have 2 RADIUS + 1 cells a side. */
	static final int RADIUS = 3;
	private static final long SEED = 1;

	private final Picture cells;
	private final int w, h;
	/** How much each cell tells, 0..1; 0 for what is not to be looked at. */
	private final float[] trust;
	/** Cells that squares may be taken around; never empty. */
	private final int[] sources;
	private final boolean[] isSource;
	/** For each cell the middle of the square that is most alike; -1 where none is wanted. */
	private final int[] to;
	private final float[] apart;
	private final SplittableRandom random = new SplittableRandom(SEED);

	/**
	 * @param cells any channels; read again in each round, so that they may be changed in between
	 * @param to first guesses, -1 where no match is wanted; made better in place; what is no source becomes a guess at random
	 */
	PatchMatches(final Picture cells, final float[] trust, final boolean[] isSource, final int[] to) {
		this.cells = cells;
		w = cells.width();
		h = cells.height();
		this.trust = trust;
		this.isSource = isSource;
		this.to = to;
		apart = new float[to.length];
		sources = IntStream.range(0, to.length).filter(i -> isSource[i]).toArray();
		for (int i = 0; i < to.length; i++) if (to[i] >= 0 && !isSource[to[i]]) to[i] = any();
	}

	private int any() {
		return sources[random.nextInt(sources.length)];
	}

	/** Goes over all squares so often, to and fro. */
	void search(final int rounds, final Progress progress) {
		for (int i = 0; i < to.length; i++) if (to[i] >= 0) apart[i] = apart(i, to[i], Float.MAX_VALUE);
		for (int round = 0; round < rounds; round++) {
			final int step = round % 2 == 0 ? 1 : -1;
			for (int k = 0; k < to.length; k++) {
				if (k % w == 0) progress.check();
				final int i = step > 0 ? k : to.length - 1 - k;
				if (to[i] >= 0) better(i, step);
			}
		}
	}

	/** Asks the two neighbours that were asked before, then at random about the best guess. */
	private void better(final int i, final int step) {
		final int x = i % w, before = x - step;
		if (before >= 0 && before < w && to[i - step] >= 0) offer(i, to[i - step] % w + step, to[i - step] / w);
		final int other = i - step * w;
		if (other >= 0 && other < to.length && to[other] >= 0) offer(i, to[other] % w, to[other] / w + step);
		for (int reach = Math.max(w, h); reach >= 1; reach /= 2) {
			offer(i, to[i] % w + random.nextInt(-reach, reach + 1), to[i] / w + random.nextInt(-reach, reach + 1));
		}
	}

	private void offer(final int i, final int x, final int y) {
		if (x < 0 || x >= w || y < 0 || y >= h || !isSource[y * w + x] || to[i] == y * w + x) return;
		final float other = apart(i, y * w + x, apart[i]);
		if (other >= apart[i]) return;
		apart[i] = other;
		to[i] = y * w + x;
	}

	/** Squared difference of two squares; what is more than {@code most} is not counted to its end. */
	private float apart(final int i, final int source, final float most) {
		final int x = i % w, y = i / w, left = Math.max(-RADIUS, -x), right = Math.min(RADIUS, w - 1 - x), n = cells.planeSize();
		final float[] data = cells.data();
		float sum = 0;
		for (int dy = Math.max(-RADIUS, -y); dy <= Math.min(RADIUS, h - 1 - y) && sum < most; dy++) {
			for (int dx = left; dx <= right; dx++) {
				final int own = i + dy * w + dx, its = source + dy * w + dx;
				if (trust[own] <= 0) continue;
				float square = 0;
				for (int c = 0; c < cells.channels(); c++) square += (data[c * n + own] - data[c * n + its]) * (data[c * n + own] - data[c * n + its]);
				sum += trust[own] * square;
			}
		}
		return sum;
	}
}
