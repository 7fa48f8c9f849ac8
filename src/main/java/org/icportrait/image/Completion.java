package org.icportrait.image;

import java.util.ArrayDeque;
import java.util.Deque;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Completes what is not known of a picture by places that it does show (Wexler et al. 2007, "Space-time completion of video", with the matches of
 * {@link PatchMatches}): from coarse to fine each square in the gap takes the most alike known one, and each cell what its squares say. Stateless.
 */
public final class Completion {

	/** Cells along the longer side: at most on the finest level, at least on the coarsest. */
	private static final int FINEST = 192, COARSEST = 24;
	/** Rounds of matching and of taking over on a level, and of the search within each. */
	private static final int ROUNDS = 3, SEARCHES = 3;
	/** What a cell tells falls by this with each cell that it lies farther in the gap, and stops to fall so many cells in. */
	private static final double FALL = 1.2;
	private static final int DEEP = 16;
	/** The least share of cells that squares can be taken around. */
	private static final double LEAST = 0.02;

	private Completion() {}

	/**
	 * @param smooth linear colour, continued smoothly into the gap; not changed
	 * @param gap what is wanted
	 * @param known what may be taken; what is neither is not looked at
	 * @return a new picture: in the gap what known places show, means of four at most, as bright as it must be to leave no seam; null where too little is known
	 */
	public static Picture of(final Picture smooth, final boolean[] gap, final boolean[] known, final Progress progress) {
		final int block = Math.max(1, (Math.max(smooth.width(), smooth.height()) + FINEST - 1) / FINEST);
		final Deque<CompletionLevel> levels = new ArrayDeque<>();
		for (CompletionLevel level = CompletionLevel.of(smooth, gap, known, block, progress); isEnough(level.sources(progress)); level = level.halved(progress)) {
			levels.push(level);
			if (level.longest() < 2 * COARSEST) break;
		}
		CompletionLevel before = null;
		int[] to = null;
		for (final CompletionLevel level : levels) {
			to = match(level, level.start(before, to, progress), before != null, progress);
			before = level;
		}
		return to == null ? null : copied(smooth, gap, SeamOffsets.of(before, to, progress), to, block, known, progress);
	}

	private static boolean isEnough(final boolean[] sources) {
		int count = 0;
		for (final boolean source : sources) if (source) count++;
		return count > LEAST * sources.length;
	}

	/** @param begun whether the guesses are those of a coarser level @return the guesses, made better */
	private static int[] match(final CompletionLevel level, final int[] to, final boolean begun, final Progress progress) {
		final float[] trust = level.trust(FALL, DEEP, progress);
		final PatchMatches matches = new PatchMatches(level.cells(), trust, level.sources(progress), to);
		if (begun) level.take(to, trust, progress);
		for (int round = 0; round < ROUNDS; round++) {
			matches.search(SEARCHES, progress);
			level.take(to, trust, progress);
		}
		return to;
	}

	/** Each pixel of the gap as far from itself as the four cells about it found theirs, with their offsets. */
	private static Picture copied(final Picture smooth, final boolean[] gap, final Picture offsets, final int[] to, final int block, final boolean[] known,
		final Progress progress)
	{
		final Picture out = smooth.copy();
		final int w = smooth.width();
		final ColourRange range = ColourRange.of(smooth, known, progress);
		Workers.rows(smooth.height(), progress, y -> {
			for (int x = 0; x < w; x++) if (gap[y * w + x]) copy(smooth, out, offsets, to, block, x, y, range);
		});
		return out;
	}

	private static void copy(final Picture smooth, final Picture out, final Picture offsets, final int[] to, final int block, final int x, final int y,
		final ColourRange range)
	{
		final int w = offsets.width(), n = smooth.planeSize(), pixel = y * smooth.width() + x;
		final float u = Math.max(0, Math.min(w - 1, (x + 0.5f) / block - 0.5f)), v = Math.max(0, Math.min(offsets.height() - 1, (y + 0.5f) / block - 0.5f));
		final float right = u - (int) u, down = v - (int) v;
		for (int c = 0; c < out.channels(); c++) out.data()[c * n + pixel] = 0;
		for (int k = 0; k < 4; k++) {
			final float share = ((k & 1) == 0 ? 1 - right : right) * (k < 2 ? 1 - down : down);
			if (share <= 0) continue;
			final int cell = ((int) v + k / 2) * w + (int) u + k % 2, dx = to[cell] % w - cell % w, dy = to[cell] / w - cell / w;
			final int from = (y + dy * block) * smooth.width() + x + dx * block;
			for (int c = 0; c < out.channels(); c++) out.data()[c * n + pixel] += share * range.within(SeamOffsets.moved(smooth.data()[c * n + from], offsets.data()[c * offsets.planeSize() + cell]), c);
		}
	}
}
