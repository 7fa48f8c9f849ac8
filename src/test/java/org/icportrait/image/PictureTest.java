package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.icportrait.geometry.Area;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Samples between pixels, parts, and what is weighted. */
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

	@Test
	void aPartHasAllChannelsOfItsArea() {
		final Picture picture = new Picture(3, 2, 2, new float[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }), part = picture.part(new Area(1, 1, 2, 1), Progress.NONE);
		assertEquals(2, part.width());
		assertEquals(1, part.height());
		assertArrayEquals(new float[] { 4, 5, 10, 11 }, part.data());
	}

	@Test
	void whatIsWeightedHasItsWeightAsTheLastChannel() {
		final Picture picture = new Picture(2, 1, 2, new float[] { 1, 2, 3, 4 });
		assertArrayEquals(new float[] { 0.5f, 0, 1.5f, 0, 0.5f, 0 }, picture.weighted(new float[] { 0.5f, 0 }).data());
		assertArrayEquals(new float[] { 1, 2, 3, 4 }, picture.data(), "not changed");
	}

	@Test
	void onlyTheFirstChannelIsHeldAgainstAThreshold() {
		final Picture picture = new Picture(3, 1, 2, new float[] { 0.2f, 0.5f, 0.7f, 1, 1, 1 });
		assertArrayEquals(new boolean[] { false, false, true }, picture.above(0.5f));
		assertEquals(new Area(0, 0, 3, 1), picture.area());
	}
}
