package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class SampleBoundsTest {

	private static final int SIDE = 9;

	@Test
	void noSampleNearAPlaceLiesBeyondThem() {
		final Random random = new Random(3);
		final Picture map = new Picture(SIDE, SIDE, 2);
		for (int i = 0; i < map.data().length; i++) map.data()[i] = random.nextFloat() - 0.5f;
		final SampleBounds bounds = new SampleBounds(map, 1);
		for (int k = 0; k < 100_000; k++) {
			final double x = (SIDE + 4) * random.nextDouble() - 2, y = (SIDE + 4) * random.nextDouble() - 2;
			final float sample = map.sample(x + SampleBounds.REACH * (2 * random.nextDouble() - 1), y + SampleBounds.REACH * (2 * random.nextDouble() - 1), 1);
			assertTrue(sample >= bounds.least(x, y) && sample <= bounds.most(x, y), x + ", " + y);
		}
	}

	@Test
	void theyAreThoseOfTheNextCells() {
		final Picture map = new Picture(SIDE, SIDE, 1);
		map.set(4, 4, 0, 1);
		final SampleBounds bounds = new SampleBounds(map, 0);
		for (int x = 0; x < SIDE; x++) assertEquals(x < 3 || x > 5 ? 0 : 1, bounds.most(x + 0.5, 4.5), 1e-4);
		assertEquals(0, bounds.least(4.5, 4.5), 1e-4);
	}
}
