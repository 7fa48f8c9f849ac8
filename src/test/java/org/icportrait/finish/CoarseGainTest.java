package org.icportrait.finish;

import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.skin.InFrame;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class CoarseGainTest {

	/** A bright veil above dark hair, of which the networks make a darker one. */
	@Test
	void aDarkerVeilLeavesNoHaloInTheHair() {
		final float veil = 0.8f, hair = 0.12f;
		final float[] start = new float[N], made = new float[N];
		for (int i = 0; i < N; i++) {
			start[i] = i / SIDE < SIDE / 2 ? veil : hair;
			made[i] = i / SIDE < SIDE / 2 ? 0.6f : hair;
		}
		final Picture gain = CoarseGain.of(InFrame.grey(made), InFrame.condition(start), Progress.NONE);
		for (int i = 0; i < N; i++) {
			if (!InFrame.isShown(i)) continue;
			final float lit = Colour.toSrgb(gain.data()[i] * Colour.toLinear(start[i])), row = i / SIDE;
			if (row < SIDE / 2) assertEquals(0.6f, lit, 0.01f, "veil, row " + row);
			else assertTrue(lit > 0.08f && lit < hair + 1e-3f, "hair, row " + row + ": " + lit);
		}
	}

	@Test
	void whereNothingIsShownNothingChanges() {
		final Picture gain = CoarseGain.of(InFrame.grey(InFrame.flat(0.9f)), InFrame.condition(InFrame.flat(0.1f)), Progress.NONE);
		for (int row = 0; row < SIDE; row++) assertEquals(1, gain.get(SIDE - 1, row, 0), 1e-6f);
		assertEquals(3, gain.get(0, 0, 0), 1e-6f, "and never by more than this");
	}
}
