package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A gap of 12 columns between a dark and a bright side, filled with copies of places 20 columns to its left. */
class SeamOffsetsTest {

	private static final int W = 60, H = 30, FROM = 30, TO = 42, AWAY = 20;

	/** Light of a column. */
	private interface Wall {

		float at(int x);
	}

	/** Light of each column of the middle row, the copies with their offsets. */
	private static float[] row(final Wall wall) {
		final CompletionLevel level = new CompletionLevel(new Picture(W, H, 3), new boolean[W * H], new boolean[W * H]);
		final int[] to = new int[W * H];
		Arrays.fill(to, -1);
		for (int i = 0; i < to.length; i++) {
			final int x = i % W;
			level.gap()[i] = x >= FROM && x < TO;
			level.known()[i] = !level.gap()[i];
			if (level.gap()[i]) to[i] = i - AWAY;
			for (int c = 0; c < 3; c++) level.cells().data()[c * W * H + i] = (float) Math.sqrt(wall.at(x));
		}
		final Picture offsets = SeamOffsets.of(level, to, Progress.NONE);
		final float[] out = new float[W];
		for (int x = 0; x < W; x++) {
			final int i = H / 2 * W + x;
			assertTrue(level.gap()[i] || offsets.data()[i] == 0, "what is known is changed");
			out[x] = SeamOffsets.moved(wall.at(level.gap()[i] ? x - AWAY : x), offsets.data()[i]);
		}
		assertArrayEquals(offsets.data(), SeamOffsets.of(level, to, Progress.NONE).data());
		return out;
	}

	private static float steepest(final float[] row) {
		float most = 0;
		for (int x = 1; x < W; x++) most = Math.max(most, Math.abs(row[x] - row[x - 1]));
		return most;
	}

	/** Behind heads before woods dark copies ended in an edge beside a bright meadow. */
	@Test
	void copiesMeetBothSides() {
		final float[] row = row(x -> x < TO ? 0.2f : 0.6f);
		assertEquals(0.2, row[FROM], 0.04);
		assertEquals(0.6, row[TO - 1], 0.08);
		assertTrue(steepest(row) < 0.1, "a step of " + steepest(row));
	}

	@Test
	void whatFitsStaysAsItIs() {
		final float[] row = row(x -> 0.3f);
		for (final float light : row) assertEquals(0.3f, light, 1e-4);
	}
}
