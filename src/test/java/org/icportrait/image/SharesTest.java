package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** Two shares of each pixel become one, and both stay as they are; values beyond shares are clipped. */
class SharesTest {

	private static final float[] ONE = { 0, 0.5f, 1 }, OTHER = { 0.25f, 0.5f, 0 };

	@Test
	void theMoreOfBothAndTheOneWithoutTheOther() {
		final Picture one = new Picture(3, 1, 1, ONE.clone()), other = new Picture(3, 1, 1, OTHER.clone());
		assertArrayEquals(new float[] { 0.25f, 0.5f, 1 }, Shares.most(one, other).data());
		assertArrayEquals(new float[] { 0, 0.25f, 1 }, Shares.without(one, other).data());
		assertArrayEquals(ONE, one.data());
		assertArrayEquals(OTHER, other.data());
	}

	@Test
	void whatAFilterTookTooFarIsClippedInPlace() {
		final Picture rung = new Picture(2, 1, 2, new float[] { -0.1f, 0.3f, 1.05f, 1 });
		assertSame(rung, Shares.clip(rung));
		assertArrayEquals(new float[] { 0, 0.3f, 1, 1 }, rung.data());
	}
}
