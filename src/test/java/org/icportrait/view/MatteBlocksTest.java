package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class MatteBlocksTest {

	private static final int WIDTH = 61, HEIGHT = 43, REACH = 5;

	@Test
	void nothingWithinReachIsLarger() {
		final Random random = new Random(3);
		final Picture matte = new Picture(WIDTH, HEIGHT, 1);
		for (int k = 0; k < 12; k++) matte.set(random.nextInt(WIDTH), random.nextInt(HEIGHT), 0, random.nextFloat());
		final MatteBlocks blocks = MatteBlocks.of(matte, REACH, Progress.NONE);
		for (int y = 0; y < HEIGHT; y++) for (int x = 0; x < WIDTH; x++) {
			float most = 0;
			for (int v = Math.max(0, y - REACH); v <= Math.min(HEIGHT - 1, y + REACH); v++) {
				for (int u = Math.max(0, x - REACH); u <= Math.min(WIDTH - 1, x + REACH); u++) most = Math.max(most, matte.get(u, v, 0));
			}
			assertTrue(blocks.most(x + 0.5, y + 0.5) >= most);
		}
	}

	@Test
	void farAwayCountsForNothing() {
		final Picture matte = new Picture(WIDTH, HEIGHT, 1);
		matte.set(2, 2, 0, 1);
		assertEquals(1, MatteBlocks.of(matte, REACH, Progress.NONE).most(2, 2));
		assertEquals(0, MatteBlocks.of(matte, REACH, Progress.NONE).most(30, 30));
		assertEquals(0, MatteBlocks.of(matte, REACH, Progress.NONE).most(WIDTH + 9, HEIGHT + 9));
	}
}
