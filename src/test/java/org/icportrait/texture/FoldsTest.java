package org.icportrait.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Twelve squares of blotchy skin side by side, and what a fold through some of them does. */
class FoldsTest {

	private static final int SQUARE = 32, COUNT = 12, WIDTH = COUNT * SQUARE;
	private static final int[] CORNERS = IntStream.range(0, COUNT).map(k -> k * SQUARE).toArray();

	private static Picture blotches() {
		final Random random = new Random(7);
		final Picture out = new Picture(WIDTH, SQUARE, 3);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = (float) random.nextGaussian();
		return BoxBlur.twice(out, 2, Progress.NONE);
	}

	/** Slanted, four pixels wide, a few times as dark as blotches are. */
	private static void fold(final Picture skin, final int square) {
		for (int y = 0; y < SQUARE; y++) for (int x = 0; x < SQUARE; x++) {
			if (Math.abs(x + y / 2 - 24) <= 2) skin.set(square * SQUARE + x, y, 0, skin.get(square * SQUARE + x, y, 0) - 0.6f);
		}
	}

	@Test
	void blotchesAreNone() {
		assertArrayEquals(CORNERS, Folds.of(blotches()).without(CORNERS, SQUARE));
		assertEquals(0, Folds.of(blotches()).without(new int[0], SQUARE).length);
	}

	@Test
	void squaresThatOneCrossesAreLeftOut() {
		final Picture skin = blotches();
		fold(skin, 3);
		fold(skin, 8);
		assertArrayEquals(IntStream.range(0, COUNT).filter(k -> k != 3 && k != 8).map(k -> k * SQUARE).toArray(), Folds.of(skin).without(CORNERS, SQUARE));
	}

	@Test
	void evenSkinIsPlain() {
		final Picture even = new Picture(WIDTH, SQUARE, 3);
		Arrays.fill(even.data(), 0.5f);
		assertArrayEquals(CORNERS, Folds.of(even).without(CORNERS, SQUARE));
	}
}
