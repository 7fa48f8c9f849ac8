package org.icportrait.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.geometry.Area;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishedTest {

	private static final int SIDE = 128, N = SIDE * SIDE;
	private static final float DARK = 0.25f, SIGMA = 0.03f;

	private static Finished noisy() {
		final Random random = new Random(5);
		final Picture colours = new Picture(SIDE, SIDE, 3), noise = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < 3 * N; i++) {
			colours.data()[i] = Colour.toLinear(DARK);
			noise.data()[i] = SIGMA * (float) random.nextGaussian();
		}
		return new Finished(new Area(0, 0, SIDE, SIDE), colours, noise);
	}

	/** Grain of the photograph and of what is laid over it have one strength together, and no part of it becomes bright specks. */
	@ParameterizedTest
	@ValueSource(floats = { 0.04f, 0.15f, 0.5f, 1 })
	void grainHasOneStrengthHoweverLittleIsLaidOnAndIsDarkInTheDark(final float share) {
		final Finished finished = noisy();
		final Random random = new Random(6);
		double sum = 0, squares = 0, most = 0;
		for (int i = 0; i < N; i++) {
			final float below = Colour.toLinear(DARK + SIGMA * (float) random.nextGaussian());
			final double off = Colour.toSrgb(finished.over(below, i % SIDE, i / SIDE, 0, share, 0)) - DARK;
			sum += off;
			squares += off * off;
			most = Math.max(most, off);
		}
		assertEquals(0, sum / N, 0.05 * SIGMA, "brighter on the whole");
		assertEquals(SIGMA, Math.sqrt(squares / N), 0.05 * SIGMA, "of another strength");
		assertTrue(most < 6 * SIGMA, "specks of " + most / SIGMA + " deviations");
	}

	/** It would be twice as coarse as the skin on both sides. */
	@Test
	void whereThePhotographsDetailIsLaidAgainThereIsLessNoise() {
		final Finished finished = noisy();
		double whole = 0, part = 0, none = 0;
		for (int i = 0; i < N; i++) {
			whole += square(finished, i, 0);
			part += square(finished, i, 0.6f);
			none += square(finished, i, 1);
		}
		assertEquals(0.8, Math.sqrt(part / whole), 0.01, "beside six tenths");
		assertEquals(0, none / whole, 1e-6, "beside all of it");
	}

	private static double square(final Finished finished, final int i, final float detailed) {
		final double off = Colour.toSrgb(finished.over(Colour.toLinear(DARK), i % SIDE, i / SIDE, 0, 1, detailed)) - DARK;
		return off * off;
	}

	@Test
	void whereNothingIsLaidOnThePhotographStaysToTheBit() {
		for (final float below : new float[] { -0.1f, 0, 0.123456f, 1.5f }) assertEquals(below, noisy().over(below, 3, 4, 1, 0, 0));
	}
}
