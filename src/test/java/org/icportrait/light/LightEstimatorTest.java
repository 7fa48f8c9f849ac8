package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Harmonics;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The light of a rendered ellipsoid is found again. */
class LightEstimatorTest {

	private static LitHead head(final Picture picture, final Harmonics guess) {
		return LitScenes.head(picture, new Area(0, 0, picture.width(), picture.height()), LitScenes.MAPS, LitScenes.HEAD.camera(), LitScenes.HEAD.rotation(), guess);
	}

	private static Light estimate(final Picture picture, final PixelMask visible, final Harmonics guess) {
		return LightEstimator.estimate(head(picture, guess), visible, Progress.NONE);
	}

	private static Picture shading(final Light light) {
		return Shading.of(LitSurface.of(LitScenes.MAPS, LitScenes.HEAD.camera()), light, Progress.NONE);
	}

	/** Mean difference of two shadings over the head, relative to the second. */
	private static double error(final Light estimated, final Light truth) {
		return LitScenes.meanDifference(LitScenes.shaded(shading(estimated)), LitScenes.shaded(shading(truth)));
	}

	@Test
	void softLightIsRecovered() {
		for (final Harmonics light : new Harmonics[] { LitScenes.soft(-1, 0.3, 0.8, 0.9, 0.9, 0.9), LitScenes.soft(0.7, 0.7, 0.4, 1, 0.8, 0.6),
			LitScenes.soft(0, -0.5, 1, 0.5, 0.7, 1) })
		{
			final double error = error(estimate(LitScenes.rendered(LitScenes.HEAD, light), PixelMask.ALL, LitScenes.GUESS), Light.of(light));
			assertTrue(error < 0.03, "error " + error);
		}
	}

	@Test
	void aLampIsFoundOnItsSide() {
		final Light truth = new Light(Harmonics.even(0.15, 0.15, 0.15), List.of(Lamp.from(-50, 20, 0.8, 0.7)));
		final Light found = estimate(LitScenes.shaded(shading(truth)), PixelMask.ALL, LitScenes.GUESS);
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
		final Picture plain = shading(estimate(picture, PixelMask.ALL, LitScenes.GUESS));
		final double[] cast = { 1.2, 1, 0.5 };
		final Picture tinted = picture.copy();
		for (int i = 0; i < tinted.data().length; i++) tinted.data()[i] *= (float) cast[i / tinted.planeSize()];
		final Harmonics guess = Harmonics.even(0.5 * cast[0], 0.5 * cast[1], 0.5 * cast[2]);
		final Picture found = shading(estimate(tinted, PixelMask.ALL, guess));
		int off = 0;
		for (int i = 0; i < found.data().length; i++) {
			if (LitScenes.MAPS.matte().data()[i % found.planeSize()] == 0) continue;
			final double wanted = cast[i / found.planeSize()] * plain.data()[i];
			assertEquals(wanted, found.data()[i], 0.05);
			if (Math.abs(wanted - found.data()[i]) > 2e-3) off++;
		}
		// The lamp's direction differs in its last digits, by which a cell of a shadow's edge may be dark or lit.
		assertTrue(off < 0.01 * found.data().length, off + " places");
	}

	@Test
	void highlightsAndStainsCountLittle() {
		final Harmonics light = LitScenes.soft(1, 0.3, 1, 0.6, 0.6, 0.6);
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, light);
		final Random random = new Random(2);
		for (int i = 0; i < picture.planeSize(); i++) {
			if (random.nextInt(12) != 0) continue;
			final float value = random.nextBoolean() ? 0.95f : 0.01f;
			for (int c = 0; c < 3; c++) picture.data()[c * picture.planeSize() + i] = value;
		}
		final double error = error(estimate(picture, PixelMask.ALL, LitScenes.GUESS), Light.of(light));
		assertTrue(error < 0.08, "error " + error);
	}

	@Test
	void maskedPixelsAreNeverRead() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, LitScenes.soft(-1, 0.5, 1, 0.8, 0.7, 0.6));
		final PatchMask use = new PatchMask(LitScenes.SIDE, LitScenes.SIDE, 0.8, 0, 4);
		final Light before = estimate(picture, use, LitScenes.GUESS);
		hide(picture, use);
		final Light after = estimate(picture, use, LitScenes.GUESS);
		assertEquals(before, after);
	}

	@Test
	void softLightAloneIsRecoveredFromVisiblePixelsOnly() {
		final Harmonics light = LitScenes.soft(-1, 0.3, 0.8, 0.9, 0.8, 0.7);
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, light);
		final PatchMask use = new PatchMask(LitScenes.SIDE, LitScenes.SIDE, 0.5, 0, 4);
		hide(picture, use);
		final Light found = LightEstimator.soft(head(picture, LitScenes.GUESS), use, Progress.NONE);
		assertTrue(found.lamps().isEmpty());
		final double error = error(found, Light.of(light));
		assertTrue(error < 0.03, "error " + error);
	}

	@Test
	void aFifthOfThePatchesTellsTheLight() {
		final Harmonics light = LitScenes.soft(-1, 0.5, 1, 0.8, 0.7, 0.6);
		final PatchMask use = new PatchMask(LitScenes.SIDE, LitScenes.SIDE, 0.8, 0, 4);
		final double error = error(estimate(LitScenes.rendered(LitScenes.HEAD, light), use, LitScenes.GUESS), Light.of(light));
		assertTrue(error < 0.06, "error " + error);
	}

	@Test
	void withoutPixelsTheGuessStands() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, LitScenes.soft(-1, 0.5, 1, 1, 1, 1));
		assertEquals(Light.of(LitScenes.GUESS), estimate(picture, (x, y) -> false, LitScenes.GUESS));
	}

	/** Finer maps of the same head have more cells, but say no more. */
	@Test
	void theSizeOfTheMapsDoesNotMatter() {
		final Harmonics light = LitScenes.soft(-1, 0.3, 0.8, 0.9, 0.8, 0.7);
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, light);
		final Light coarse = LightEstimator.estimate(LitScenes.scaled(head(picture, LitScenes.GUESS), 64), PixelMask.ALL, Progress.NONE);
		final Light fine = LightEstimator.estimate(LitScenes.scaled(head(picture, LitScenes.GUESS), 256), PixelMask.ALL, Progress.NONE);
		final double error = error(coarse, fine);
		assertTrue(error < 0.01, "error " + error);
	}

	/** A part of the photograph that holds the head says the same as the whole. */
	@Test
	void aPartOfThePhotographIsReadInItsPlace() {
		final Harmonics light = LitScenes.soft(-1, 0.3, 0.8, 0.9, 0.8, 0.7);
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, light);
		final Area area = new Area(5, 9, 120, 115);
		final Picture part = new Picture(area.width(), area.height(), 3);
		for (int i = 0; i < part.data().length; i++) {
			part.data()[i] = picture.get(area.x() + i % area.width(), area.y() + i / area.width() % area.height(), i / part.planeSize());
		}
		final LitHead whole = head(picture, LitScenes.GUESS);
		final LitHead head = LitScenes.head(part, area, whole.maps(), whole.camera(), whole.rotation(), whole.guess());
		assertEquals(LightEstimator.estimate(whole, PixelMask.ALL, Progress.NONE), LightEstimator.estimate(head, PixelMask.ALL, Progress.NONE));
	}

	@Test
	void whatIsClippedSaysNothing() {
		final Harmonics light = LitScenes.soft(1, 0.3, 1, 0.6, 0.6, 0.6);
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, light);
		for (int y = 0; y < LitScenes.SIDE; y++) for (int x = 0; x < LitScenes.SIDE / 2; x++) for (int c = 0; c < 3; c++) picture.set(x, y, c, 1);
		final Light found = estimate(picture, PixelMask.ALL, LitScenes.GUESS);
		assertEquals(estimate(picture, (x, y) -> x >= LitScenes.SIDE / 2, LitScenes.GUESS), found);
	}

	@Test
	void whatIsNoNumberIsNotTakenForLight() {
		final Picture picture = new Picture(LitScenes.SIDE, LitScenes.SIDE, 3);
		Arrays.fill(picture.data(), Float.NaN);
		assertThrows(IllegalArgumentException.class, () -> estimate(picture, PixelMask.ALL, LitScenes.GUESS));
	}

	@Test
	void theInputIsNotChanged() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, LitScenes.soft(-1, 0.5, 1, 1, 1, 1));
		final float[] before = picture.data().clone();
		estimate(picture, PixelMask.ALL, LitScenes.GUESS);
		assertTrue(Arrays.equals(before, picture.data()));
	}

	private static void hide(final Picture picture, final PixelMask visible) {
		for (int i = 0; i < picture.data().length; i++) {
			if (!visible.shows(i % picture.width(), i / picture.width() % picture.height())) picture.data()[i] = Float.NaN;
		}
	}
}
