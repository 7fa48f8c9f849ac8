package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class ColourRangeTest {

	private static final Picture PICTURE = new Picture(2, 2, 2, new float[] { 0.1f, 0.9f, 0.3f, 0.2f, 0.5f, 0.6f, 0.7f, 0.4f });

	@Test
	void eachChannelHasItsOwn() {
		final ColourRange all = ColourRange.of(PICTURE, null, Progress.NONE);
		assertArrayEquals(new float[] { 0.1f, 0.4f }, all.least());
		assertArrayEquals(new float[] { 0.9f, 0.7f }, all.most());
		assertEquals(0.1f, all.within(0, 0));
		assertEquals(0.7f, all.within(2, 1));
		assertEquals(0.5f, all.within(0.5f, 1));
	}

	@Test
	void pixelsThatDoNotCountTellNothing() {
		final ColourRange some = ColourRange.of(PICTURE, new boolean[] { true, false, true, false }, Progress.NONE);
		assertArrayEquals(new float[] { 0.1f, 0.5f }, some.least());
		assertArrayEquals(new float[] { 0.3f, 0.7f }, some.most());
	}
}
