package org.icportrait.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A grey person on the left half, before black; the last column that the matte calls wholly the person's lies some way towards the background. */
class RimTest {

	private static final int SIDE = 64, HALF = SIDE / 2;
	private static final float OWN = 0.5f;

	/** What the last column of the person becomes. @param mixed how far it is on the way */
	private static float rim(final float mixed) {
		return rim(mixed, OWN, 0);
	}

	/** @param own light of the person @param wall light of what lies behind it */
	private static float rim(final float mixed, final float own, final float wall) {
		final Picture shown = new Picture(SIDE, SIDE, 3), matte = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < matte.planeSize(); i++) matte.data()[i] = i % SIDE < HALF ? 1 : 0;
		for (int i = 0; i < shown.data().length; i++) shown.data()[i] = i % SIDE < HALF - 1 ? own : i % SIDE < HALF ? own + mixed * (wall - own) : wall;
		final CoarseFill inner = new CoarseFill(shown, Rim.within(matte, Progress.NONE), SIDE, Progress.NONE);
		final Picture plate = new Picture(SIDE, SIDE, 3);
		Arrays.fill(plate.data(), wall);
		return Rim.free(shown, plate, matte, Rim.within(matte, Progress.NONE), inner, Progress.NONE).get(HALF - 1, HALF, 0);
	}

	@Test
	void theBackgroundsShareIsTakenOut() {
		assertEquals(OWN, rim(0.4f), 0.01f);
	}

	/** A tenth of a bright wall is three times as light as black hair. */
	@Test
	void blackHairHoldsNothingOfABrightWall() {
		assertEquals(0.01f, rim(0.12f, 0.01f, 0.6f), 0.005f);
	}

	@Test
	void textureStays() {
		assertEquals(0.95f * OWN, rim(0.05f), 1e-4f);
	}

	/** A rim that is all background is none of the person's colours. */
	@Test
	void whatLooksLikeTheBackgroundTakesTheColourFurtherIn() {
		assertEquals(OWN, rim(0.98f), 0.01f);
	}
}
