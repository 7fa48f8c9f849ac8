package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

/** The light of a rendered ellipsoid is found again. */
class LightEstimatorTest {

	/** Far from any light used here. */
	private static final double[] GUESS = Light.even(0.5, 0.5, 0.5).harmonics();

	private static Light estimate(final Picture picture, final boolean[] use, final double[] guess) {
		return LightEstimator.estimate(picture, LitScenes.MAPS, LitScenes.HEAD.camera(), use, guess);
	}

	private static Picture shading(final Light light) {
		return Shading.of(LitScenes.MAPS, LitScenes.HEAD.camera(), light);
	}

	/** Mean difference of two shadings over the head, relative to the second. */
	private static double error(final Light estimated, final Light truth) {
		return LitScenes.meanDifference(LitScenes.shaded(shading(estimated)), LitScenes.shaded(shading(truth)));
	}

	@Test
	void softLightIsRecovered() {
		for (final double[] light : new double[][] { LitScenes.soft(-1, 0.3, 0.8, 0.9, 0.9, 0.9), LitScenes.soft(0.7, 0.7, 0.4, 1, 0.8, 0.6),
			LitScenes.soft(0, -0.5, 1, 0.5, 0.7, 1) })
		{
			final double error = error(estimate(LitScenes.rendered(LitScenes.HEAD, light), null, GUESS), Light.of(light));
			assertTrue(error < 0.03, "error " + error);
		}
	}

	@Test
	void aLampIsFoundOnItsSide() {
		final Light truth = new Light(Light.even(0.15, 0.15, 0.15).harmonics(), List.of(Lamp.from(-50, 20, 0.8, 0.7)));
		final Light found = estimate(LitScenes.shaded(shading(truth)), null, GUESS);
		final Lamp lamp = truth.lamps().get(0);
		assertEquals(1, found.lamps().size());
		final double degrees = LitScenes.degrees(found.lamps().get(0), lamp.x(), lamp.y(), lamp.z());
		// Its direction is that of the soft fit, which nine terms and one visible half of the sphere leave uncertain.
		assertTrue(degrees < 30, degrees + " degrees off");
		final double error = error(found, truth);
		assertTrue(error < 0.08, "error " + error);
	}

	@Test
	void aColourCastOfThePictureIsACastOfTheLight() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, LitScenes.soft(-1, 0.5, 1, 0.6, 0.6, 0.6));
		final Picture plain = shading(estimate(picture, null, GUESS));
		final double[] cast = { 1.2, 1, 0.5 }, guess = GUESS.clone();
		final Picture tinted = picture.copy();
		for (int i = 0; i < tinted.data().length; i++) tinted.data()[i] *= (float) cast[i / tinted.planeSize()];
		for (int i = 0; i < 27; i++) guess[i] *= cast[i % 3];
		final Picture found = shading(estimate(tinted, null, guess));
		for (int i = 0; i < found.data().length; i++) {
			if (LitScenes.MAPS.matte().data()[i % found.planeSize()] == 0) continue;
			assertEquals(cast[i / found.planeSize()] * plain.data()[i], found.data()[i], 2e-3);
		}
	}

	@Test
	void highlightsAndStainsCountLittle() {
		final double[] light = LitScenes.soft(1, 0.3, 1, 0.6, 0.6, 0.6);
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, light);
		final Random random = new Random(2);
		for (int i = 0; i < picture.planeSize(); i++) {
			if (random.nextInt(12) != 0) continue;
			final float value = random.nextBoolean() ? 0.95f : 0.01f;
			for (int c = 0; c < 3; c++) picture.data()[c * picture.planeSize() + i] = value;
		}
		final double error = error(estimate(picture, null, GUESS), Light.of(light));
		assertTrue(error < 0.08, "error " + error);
	}

	@Test
	void maskedPixelsAreNeverRead() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, LitScenes.soft(-1, 0.5, 1, 0.8, 0.7, 0.6));
		final boolean[] use = PatchMask.visible(LitScenes.SIDE, LitScenes.SIDE, 0.8, 0, 4);
		final Light before = estimate(picture, use, GUESS);
		for (int i = 0; i < picture.data().length; i++) if (!use[i % use.length]) picture.data()[i] = Float.NaN;
		final Light after = estimate(picture, use, GUESS);
		assertArrayEquals(before.harmonics(), after.harmonics());
		assertEquals(before.lamps(), after.lamps());
	}

	@Test
	void softLightAloneIsRecoveredFromVisiblePixelsOnly() {
		final double[] light = LitScenes.soft(-1, 0.3, 0.8, 0.9, 0.8, 0.7);
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, light);
		final boolean[] use = PatchMask.visible(LitScenes.SIDE, LitScenes.SIDE, 0.5, 0, 4);
		for (int i = 0; i < picture.data().length; i++) if (!use[i % use.length]) picture.data()[i] = Float.NaN;
		final Light found = LightEstimator.soft(picture, LitScenes.MAPS, use, GUESS);
		assertTrue(found.lamps().isEmpty());
		final double error = error(found, Light.of(light));
		assertTrue(error < 0.03, "error " + error);
	}

	@Test
	void aFifthOfThePatchesTellsTheLight() {
		final double[] light = LitScenes.soft(-1, 0.5, 1, 0.8, 0.7, 0.6);
		final boolean[] use = PatchMask.visible(LitScenes.SIDE, LitScenes.SIDE, 0.8, 0, 4);
		final double error = error(estimate(LitScenes.rendered(LitScenes.HEAD, light), use, GUESS), Light.of(light));
		assertTrue(error < 0.06, "error " + error);
	}

	@Test
	void withoutPixelsTheGuessStands() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, LitScenes.soft(-1, 0.5, 1, 1, 1, 1));
		final Light found = estimate(picture, new boolean[picture.planeSize()], GUESS);
		assertArrayEquals(GUESS, found.harmonics());
		assertTrue(found.lamps().isEmpty());
	}

	@Test
	void theInputIsNotChanged() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, LitScenes.soft(-1, 0.5, 1, 1, 1, 1));
		final float[] before = picture.data().clone();
		final double[] guess = GUESS.clone();
		estimate(picture, null, guess);
		assertTrue(Arrays.equals(before, picture.data()));
		assertArrayEquals(GUESS, guess);
	}
}
