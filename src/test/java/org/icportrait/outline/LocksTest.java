package org.icportrait.outline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class LocksTest {

	private static final int SIDE = 64, OUT = 6, MIDDLE = 32, END = 56;

	/** A round head, and rows of strands that stand out from it to the right. */
	private static boolean[] head(final int end, final int... strands) {
		final boolean[] head = new boolean[SIDE * SIDE];
		for (int i = 0; i < head.length; i++) head[i] = Math.hypot(i % SIDE - 24, i / SIDE - MIDDLE) < 14;
		for (final int row : strands) for (int x = 24; x < end; x++) head[row * SIDE + x] = true;
		return head;
	}

	@Test
	void hairStandsOutFromAHeadAndNotFromALockThatDoes() {
		final boolean[] locked = Locks.without(head(END, MIDDLE), SIDE, OUT, Progress.NONE);
		assertFalse(locked[MIDDLE * SIDE + END - 2], "a lock");
		assertTrue(locked[MIDDLE * SIDE + 30], "the head");
		final Picture everywhere = new Picture(SIDE, SIDE, 1);
		Arrays.fill(everywhere.data(), 1);
		final Picture room = Outline.around(head(END, MIDDLE), head(END, MIDDLE), everywhere, OUT, Progress.NONE);
		assertTrue(room.get(END - 4, MIDDLE - 4, 0) < 0.05f, "beside a lock " + room.get(END - 4, MIDDLE - 4, 0));
		assertTrue(room.get(24, MIDDLE - 17, 0) > 0.9f, "above the head");
	}

	/** Two curls that come together at their ends, and a wall between them. */
	@Test
	void locksThatMeetAreNoHeadEither() {
		final boolean[] loop = head(END, MIDDLE - 2, MIDDLE + 2);
		for (int y = MIDDLE - 2; y <= MIDDLE + 2; y++) loop[y * SIDE + END - 1] = true;
		final boolean[] out = Locks.without(loop, SIDE, OUT, Progress.NONE);
		for (final int x : new int[] { END - 12, END - 4 }) assertFalse(out[(MIDDLE + 2) * SIDE + x], "at " + x);
		assertTrue(out[MIDDLE * SIDE + 30], "the head");
	}

	@Test
	void whatSticksOutByLittleOrHangsDenselyIsNone() {
		for (final boolean[] head : new boolean[][] { head(0), head(40, MIDDLE), head(END, MIDDLE - 3, MIDDLE, MIDDLE + 3) }) {
			final boolean[] out = Locks.without(head, SIDE, OUT, Progress.NONE);
			assertTrue(Arrays.equals(head, out), "a head, an ear, curls");
		}
		final boolean[] narrow = head(END, MIDDLE);
		assertArrayEquals(narrow, Locks.without(narrow, SIDE, 1, Progress.NONE), "too few pixels to tell");
	}
}
