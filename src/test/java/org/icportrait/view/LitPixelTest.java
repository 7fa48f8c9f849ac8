package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

/** Pixels of a person whose light changes. */
class LitPixelTest {

	private static final float[] WALL = grey(0.5f);

	private static float[] grey(final float light) {
		return new float[] { light, light, light };
	}

	/** @param factor by which the parted person becomes brighter */
	private static float[] lit(final float[] shown, final float share, final float[] person, final float factor, final float[] plate) {
		final LitPixel pixel = new LitPixel(new Picture(1, 1, 3, person), new Picture(1, 1, 3, plate));
		final float[] out = new float[3];
		for (int c = 0; c < 3; c++) out[c] = pixel.of(shown[c], share, c, factor * person[c]);
		return out;
	}

	@Test
	void theSameLightLeavesThePixelToTheBit() {
		final float[] shown = { 0.123f, 0.2f, 0.7f };
		for (final float share : new float[] { 0.1f, 0.9f, 1 }) assertArrayEquals(shown, lit(shown, share, grey(0.37f), 1, WALL));
	}

	@Test
	void ofAMixedPixelThePersonsPartChanges() {
		final float own = 0.2f, shown = 0.5f * own + 0.5f * WALL[0];
		assertEquals(shown - 0.5f * 0.7f * own, lit(grey(shown), 0.5f, grey(own), 0.3f, WALL)[0], 1e-5);
		assertEquals(shown + 0.5f * own, lit(grey(shown), 0.5f, grey(own), 2, WALL)[0], 1e-5);
	}

	/** Skin before a wall of its colour, of which the parted person keeps another one: red stayed less than blue, and the shade had a blue fringe. */
	@Test
	void inTheShadeNoColourStays() {
		final float[] skin = { 0.6f, 0.5f, 0.4f }, out = lit(skin, 0.95f, new float[] { 0.65f, 0.3f, 0.15f }, 0.2f, skin);
		for (int c = 0; c < 3; c++) assertEquals(0.2 * skin[c], out[c], 0.06);
	}

	@Test
	void inTheLightAMixedPixelDoesNotGlare() {
		assertTrue(lit(grey(0.4f), 0.9f, grey(0.05f), 4, WALL)[0] < 0.55);
	}

	/** A strand that the matte takes for solid, and a wall that is plainly brighter in one channel alone. */
	@Test
	void aBrightWallBehindDarkHairStaysWithoutAColour() {
		final float shown = 0.5f * 0.02f + 0.5f * 0.65f;
		assertTrue(lit(grey(shown), 0.95f, grey(0.02f), 0.1f, grey(0.65f))[1] > 0.9 * shown);
		final float[] out = lit(grey(0.3f), 0.95f, grey(0.03f), 0.1f, new float[] { 0.6f, 0.3f, 0.1f });
		assertEquals(out[1], out[0], 0.08);
	}

	/** A pixel that is darker than the parted person there, as of a gap that was closed. */
	@Test
	void noPixelLosesMoreThanItHas() {
		final float lit = lit(grey(0.1f), 1, grey(0.3f), 0.1f, WALL)[0];
		assertEquals(0.01, lit, 1e-4);
	}

	/** What is brighter than both person and background is as much of the background as the matte says. */
	@Test
	void inTheShadeAGlintBeforeADarkWallStays() {
		assertEquals(0.6 - 0.5 * 0.7 * 0.2, lit(grey(0.6f), 0.5f, grey(0.2f), 0.3f, grey(0.1f))[0], 1e-5);
	}
}
