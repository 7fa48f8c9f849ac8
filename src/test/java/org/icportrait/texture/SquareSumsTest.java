package org.icportrait.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

class SquareSumsTest {

	@Test
	void itIsTheMeanOfTheSquaresOfAllChannelsTogether() {
		final Random random = new Random(1);
		final Picture picture = new Picture(7, 6, 3);
		for (int i = 0; i < picture.data().length; i++) picture.data()[i] = (float) random.nextGaussian();
		final SquareSums sums = SquareSums.of(picture);
		for (final int side : new int[] { 1, 2, 4 }) for (int top = 0; top + side <= 6; top++) for (int left = 0; left + side <= 7; left++) {
			double wanted = 0;
			for (int y = top; y < top + side; y++) for (int x = left; x < left + side; x++) for (int c = 0; c < 3; c++) wanted += Math.pow(picture.get(x, y, c), 2);
			assertEquals(wanted / (side * side), sums.mean(top * 7 + left, side), 1e-6, side + " at " + left + ", " + top);
		}
	}
}
