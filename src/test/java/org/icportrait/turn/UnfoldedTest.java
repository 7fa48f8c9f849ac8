package org.icportrait.turn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Moves that would put two places on one are smoothed until they do not, and nothing else is. */
class UnfoldedTest {

	private static final int W = 80, H = 60;
	private static final double STEP = 2;

	/** Left of the middle all moves right, and right of it nothing does. @param cells how far @param top from which row on */
	private static Picture meeting(final double cells, final int top) {
		final Picture moves = new Picture(W, H, 2);
		for (int i = top * W; i < W * H; i++) moves.data()[i] = (float) (i % W < W / 2 ? cells * STEP : 0);
		return moves;
	}

	private static double least(final Picture moves) {
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i + 1 < W * H; i++) if (i % W < W - 1) least = Math.min(least, 1 + (moves.data()[i + 1] - moves.data()[i]) / STEP);
		return least;
	}

	@Test
	void nothingFoldsAfterwards() {
		final Picture folded = meeting(8, 0), out = Unfolded.of(folded, STEP, 1, null, Progress.NONE);
		assertTrue(least(folded) < -6);
		assertTrue(least(out) > 0.25, "least " + least(out));
	}

	@Test
	void whatIsFarOffStays() {
		final Picture folded = meeting(3, 40), out = Unfolded.of(folded, STEP, 1, null, Progress.NONE);
		for (int i = 0; i < W * H; i++) {
			if (i % W < 10 || i % W > W - 10 || i / W < 10) assertEquals(folded.data()[i], out.data()[i], 1e-9, "at " + i % W + ", " + i / W);
		}
	}

	@Test
	void whatIsGivenIsNotChanged() {
		final Picture folded = meeting(8, 0);
		Unfolded.of(folded, STEP, 1, null, Progress.NONE);
		assertArrayEquals(meeting(8, 0).data(), folded.data());
	}

	@Test
	void whatFoldsNothingIsLeftAsItIs() {
		final Picture mild = meeting(0.6, 0), apart = meeting(-5, 0);
		assertSame(mild, Unfolded.of(mild, STEP, 1, null, Progress.NONE));
		assertSame(apart, Unfolded.of(apart, STEP, 1, null, Progress.NONE));
	}

	@Test
	void whatMayFoldDoes() {
		final boolean[] free = new boolean[W * H];
		for (int i = 0; i < W * H; i++) free[i] = i / W >= 30;
		final Picture folded = meeting(3, 30);
		assertSame(folded, Unfolded.of(folded, STEP, 1, free, Progress.NONE));
	}
}
