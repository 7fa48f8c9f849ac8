package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Several channels read at once are those read one by one, in the picture, at its border and off it. */
class PictureTest {

	@Test
	void channelsReadAtOnceAreThoseReadOneByOne() {
		final Random random = new Random(3);
		for (final int[] size : new int[][] { { 7, 5 }, { 1, 4 }, { 4, 1 }, { 1, 1 } }) {
			final Picture picture = new Picture(size[0], size[1], 5);
			for (int i = 0; i < picture.data().length; i++) picture.data()[i] = random.nextFloat();
			final float[] some = new float[3];
			for (int k = 0; k < 100; k++) {
				final double x = size[0] * (2 * random.nextDouble() - 0.5), y = size[1] * (2 * random.nextDouble() - 0.5);
				picture.sample(x, y, 2, some);
				for (int c = 0; c < 3; c++) assertEquals(picture.sample(x, y, 2 + c), some[c], x + ", " + y);
			}
		}
	}
}
