package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Pixels of a person whose light changes. */
class LitPixelTest {

	private static final float WALL = 0.5f;

	@Test
	void theSameLightLeavesThePixelToTheBit() {
		for (final float share : new float[] { 0.1f, 0.9f, 1 }) assertEquals(0.123f, LitPixel.of(0.123f, share, 0.37f, 0.37f, WALL));
	}

	@Test
	void ofAMixedPixelThePersonsPartChanges() {
		final float own = 0.2f, shown = 0.5f * own + 0.5f * WALL;
		assertEquals(shown - 0.5f * 0.7f * own, LitPixel.of(shown, 0.5f, own, 0.3f * own, WALL), 1e-5);
		assertEquals(shown + 0.5f * own, LitPixel.of(shown, 0.5f, own, 2 * own, WALL), 1e-5);
	}

	/** Skin before a wall of its colour, of which the parted person keeps another one: red stayed less than blue, and the shade had a blue fringe. */
	@Test
	void inTheShadeNoColourStays() {
		final float red = LitPixel.of(0.6f, 0.95f, 0.65f, 0.2f * 0.65f, 0.6f), blue = LitPixel.of(0.4f, 0.95f, 0.15f, 0.2f * 0.15f, 0.4f);
		assertEquals(0.2 * 0.6, red, 0.05);
		assertEquals(0.2 * 0.4, blue, 0.05);
	}

	@Test
	void inTheLightAMixedPixelDoesNotGlare() {
		assertTrue(LitPixel.of(0.4f, 0.9f, 0.05f, 0.2f, WALL) < 0.55);
	}
}
