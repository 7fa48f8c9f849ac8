package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The curve of sRGB, and what has colour and what has none. */
class ColourTest {

	private static final float MOST = 0.25f;

	@Test
	void bothWaysFollowTheExactCurve() {
		float before = -1;
		for (int i = 0; i <= 100_000; i++) {
			final float encoded = i / 100_000f, linear = Colour.toLinear(encoded);
			final double exact = encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
			assertEquals(exact, linear, 1e-7, "at " + encoded);
			assertEquals(encoded, Colour.toSrgb((float) exact), 2e-5, "back at " + encoded);
			assertTrue(linear > before, "rises at " + encoded);
			before = linear;
		}
		assertEquals(0, Colour.toLinear(0));
		assertEquals(1, Colour.toLinear(1));
	}

	@Test
	void whatLiesOutsideIsCarriedOnAndKeepsItsSign() {
		assertEquals(Math.pow(2.055 / 1.055, 2.4), Colour.toLinear(2), 1e-6);
		assertEquals(-Math.pow(0.555 / 1.055, 2.4), Colour.toLinear(-0.5f), 1e-7);
		assertTrue(Float.isNaN(Colour.toLinear(Float.NaN)));
	}

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

	@Test
	void logarithmsOfLuminanceAreNumbersForAnyLight() {
		final Picture light = new Picture(3, 1, 3, new float[] { 0.5f, 0, -1, 0.5f, 0, -1, 0.5f, 0, -1 });
		final float[] log = Colour.logLuminance(light, 0.01f).data();
		assertEquals(Math.log(0.51), log[0], 1e-6);
		assertEquals(Math.log(0.01), log[1], 1e-6);
		assertEquals(log[1], log[2]);
	}

	@Test
	void aChangeIsMadeInSrgbAndEndsAtBlackAndWhite() {
		assertEquals(Colour.toLinear(Colour.toSrgb(0.3f) + 0.1f), Colour.shifted(0.3f, 0.1f), 1e-6);
		assertEquals(0, Colour.shifted(0.01f, -0.5f));
		assertEquals(1, Colour.shifted(0.9f, 0.5f));
	}

	@Test
	void theLuminanceOfAPixelIsThatOfItsColourAndMoreChannelsDoNotCount() {
		final Picture picture = new Picture(2, 1, 4, new float[] { 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f });
		assertEquals(Colour.luminance(0.2f, 0.4f, 0.6f), Colour.luminance(picture, 1));
		assertEquals(Colour.luminance(0.2f, 0.4f, 0.6f), Colour.luminance(new float[] { 0.2f, 0.4f, 0.6f }));
	}
}
