package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class DilationTest {

	private static final int WIDTH = 70, HEIGHT = 9, RADIUS = 2;

	private static boolean[] mask(final double share) {
		final Random random = new Random(5);
		final boolean[] out = new boolean[WIDTH * HEIGHT];
		for (int i = 0; i < out.length; i++) out[i] = random.nextDouble() < share;
		return out;
	}

	/** How many pixels of the square about one are within the mask, and how many of those are set. */
	private static int[] square(final boolean[] mask, final int i) {
		int all = 0, set = 0;
		for (int y = Math.max(0, i / WIDTH - RADIUS); y <= Math.min(HEIGHT - 1, i / WIDTH + RADIUS); y++) {
			for (int x = Math.max(0, i % WIDTH - RADIUS); x <= Math.min(WIDTH - 1, i % WIDTH + RADIUS); x++) {
				all++;
				if (mask[y * WIDTH + x]) set++;
			}
		}
		return new int[] { all, set };
	}

	@Test
	void grownIsWhereAnyIsSetAndShrunkWhereAllAre() {
		final boolean[] few = mask(0.03), many = mask(0.97), before = many.clone();
		final boolean[] grown = Dilation.grow(few, WIDTH, RADIUS, Progress.NONE), shrunk = Dilation.shrink(many, WIDTH, RADIUS, Progress.NONE);
		for (int i = 0; i < grown.length; i++) {
			assertEquals(square(few, i)[1] > 0, grown[i], "pixel " + i);
			assertEquals(square(many, i)[1] == square(many, i)[0], shrunk[i], "pixel " + i);
		}
		assertArrayEquals(before, many, "changed");
	}
}
