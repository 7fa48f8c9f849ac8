package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Edges stay, spots go. */
class MedianFilterTest {

	private static final int SIDE = 12;

	private static Picture halves() {
		final Picture out = new Picture(SIDE, SIDE, 2);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = i % SIDE < SIDE / 2 ? 1 : 5;
		return out;
	}

	private static boolean[] all() {
		final boolean[] inside = new boolean[SIDE * SIDE];
		Arrays.fill(inside, true);
		return inside;
	}

	@Test
	void aStraightEdgeStaysWhereItIs() {
		assertArrayEquals(halves().data(), MedianFilter.of(halves(), 2, all(), Progress.NONE).data());
	}

	@Test
	void aSpotIsGone() {
		final Picture spotted = halves();
		for (int c = 0; c < 2; c++) for (int k = 0; k < 4; k++) spotted.set(2 + k % 2, 5 + k / 2, c, 100);
		assertArrayEquals(halves().data(), MedianFilter.of(spotted, 2, all(), Progress.NONE).data());
	}

	@Test
	void whatDoesNotCountIsNotRead() {
		final boolean[] inside = all();
		final Picture holed = halves();
		for (int y = 0; y < SIDE; y++) {
			inside[y * SIDE + 3] = false;
			for (int c = 0; c < 2; c++) holed.set(3, y, c, Float.NaN);
		}
		final Picture out = MedianFilter.of(holed, 1, inside, Progress.NONE);
		assertEquals(0, out.get(3, 4, 0));
		assertEquals(1, out.get(2, 4, 0));
		assertEquals(1, out.get(4, 4, 1));
	}
}
