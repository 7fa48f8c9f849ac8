package org.icportrait.raster;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** A rectangle is called hidden only where every pixel of it is as near. */
class DepthTilesTest {

	private static final int WIDTH = 45, TOP = 32, BOTTOM = 60, BEGIN = -3 * WIDTH;

	@Test
	void nothingThatShowsIsHidden() {
		final Random random = new Random(5);
		final float[] depths = new float[BEGIN + BOTTOM * WIDTH];
		int hidden = 0;
		for (int i = 0; i < depths.length; i++) depths[i] = random.nextInt(300) == 0 ? Float.NEGATIVE_INFINITY : 1 + random.nextFloat();
		final DepthTiles tiles = new DepthTiles(depths, BEGIN, WIDTH, TOP, BOTTOM);
		for (int k = 0; k < 20000; k++) {
			final int left = random.nextInt(WIDTH), right = Math.min(WIDTH - 1, left + random.nextInt(6));
			final int top = TOP + random.nextInt(BOTTOM - TOP), bottom = Math.min(BOTTOM - 1, top + random.nextInt(6));
			final float depth = 2.2f * random.nextFloat();
			if (!tiles.hide(left, right, top, bottom, depth)) continue;
			hidden++;
			for (int y = top; y <= bottom; y++) for (int x = left; x <= right; x++) assertTrue(depths[BEGIN + y * WIDTH + x] >= depth, x + ", " + y);
		}
		assertTrue(hidden > 1000, "hidden: " + hidden);
	}

	@Test
	void oneGapOpensItsSquareAlone() {
		final float[] depths = new float[WIDTH * BOTTOM];
		depths[40 * WIDTH + 20] = -1;
		final DepthTiles tiles = new DepthTiles(depths, 0, WIDTH, TOP, BOTTOM);
		assertFalse(tiles.hide(18, 21, 39, 41, -0.5f));
		assertTrue(tiles.hide(30, 44, 50, 59, -0.5f));
	}
}
