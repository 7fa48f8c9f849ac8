package org.icportrait.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class DarkBlocksTest {

	@Test
	void wantedBlocksGiveTheirDarkQuarterAndOthersStayEmpty() {
		final Picture picture = new Picture(8, 4, 3);
		Arrays.fill(picture.data(), 0.8f);
		for (int x = 0; x < 8; x++) for (int c = 0; c < 3; c++) picture.set(x, 2, c, 0.1f);
		final DarkBlocks blocks = DarkBlocks.of(picture, 2, new float[] { 0, 1 }, Progress.NONE);
		assertEquals(0.1, blocks.colours().get(1, 0, 1), 1e-6);
		assertEquals(0.1 / (0.25 * 0.1 + 0.75 * 0.8), blocks.even()[1], 1e-5);
		assertEquals(0, blocks.colours().get(0, 0, 1));
		assertEquals(0, blocks.even()[0]);
	}
}
