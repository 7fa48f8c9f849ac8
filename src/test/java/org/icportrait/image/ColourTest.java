package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has colour and what has none. */
class ColourTest {

	private static final float MOST = 0.25f;

	@Test
	void asMuchAsIsAllowedIsGreyAndMoreIsNot() {
		assertTrue(Colour.isGrey(0.5f, 0.5f + MOST, 0.5f - MOST, MOST));
		assertFalse(Colour.isGrey(0.5f, 0.5f + 1.01f * MOST, 0.5f, MOST));
		assertFalse(Colour.isGrey(0.5f, 0.5f, 0.5f - 1.01f * MOST, MOST));
		assertTrue(Colour.isGrey(Float.NaN, 0, 1, MOST));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void onePixelWithColourIsEnough(final int channel) {
		final Picture picture = new Picture(3, 2, 4);
		picture.set(1, 1, 3, 1);
		assertTrue(Colour.isGrey(picture), "a fourth channel is no colour");
		picture.set(2, 1, channel, 0.002f);
		assertFalse(Colour.isGrey(picture));
		Colour.takeAway(picture);
		assertTrue(Colour.isGrey(picture));
	}
}
