package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class DistanceTest {

	private static final int WIDTH = 37, HEIGHT = 23;

	@Test
	void isThatToTheNearestSetPixel() {
		final Random random = new Random(1);
		for (final int count : new int[] { 0, 1, 5, 60 }) {
			final boolean[] mask = new boolean[WIDTH * HEIGHT];
			for (int i = 0; i < count; i++) mask[random.nextInt(mask.length)] = true;
			for (final int most : new int[] { 1, 4, 50 }) {
				final float[] distance = Distance.to(mask, WIDTH, most, Progress.NONE);
				for (int i = 0; i < mask.length; i++) assertEquals(Math.min(most, nearest(mask, i)), distance[i], 1e-5f, i + " of " + count + ", most " + most);
			}
		}
	}

	private static double nearest(final boolean[] mask, final int pixel) {
		double nearest = Double.MAX_VALUE;
		for (int i = 0; i < mask.length; i++) {
			if (mask[i]) nearest = Math.min(nearest, Math.hypot(i % WIDTH - pixel % WIDTH, i / WIDTH - pixel / WIDTH));
		}
		return nearest;
	}
}
