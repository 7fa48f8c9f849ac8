package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.Harmonics;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** New light takes the brightness and the white of the photograph's own. */
class ExposureTest {

	private static final HeadMaps MAPS = LitScenes.MAPS;
	private static final Picture WARM = shade(Light.of(LitScenes.soft(-1, 0.4, 0.8, 0.9, 0.7, 0.4)));

	private static Picture shade(final Light light) {
		return Shading.of(LitSurface.of(MAPS, LitScenes.HEAD.camera()), light, Progress.NONE);
	}

	private static Picture matched(final Light wanted, final double strength) {
		return Exposure.match(MAPS, WARM, FaceLight.of(MAPS, WARM), shade(wanted), strength);
	}

	private static double brightness(final Picture shading) {
		final int n = shading.planeSize();
		double sum = 0, weight = 0;
		for (int i = 0; i < n; i++) {
			sum += MAPS.matte().data()[i] * Colour.luminance(shading.data()[i], shading.data()[n + i], shading.data()[2 * n + i]);
			weight += MAPS.matte().data()[i];
		}
		return sum / weight;
	}

	@Test
	void theFaceStaysAsBright() {
		for (final LightPreset preset : LightPreset.values()) {
			final double brightness = brightness(matched(preset.light(), 1));
			assertEquals(1, brightness / brightness(WARM), 0.01, preset.label());
		}
	}

	@Test
	void strengthIsBrightnessRelativeToThePhotograph() {
		assertEquals(1.5, brightness(matched(LightPreset.KEY_LEFT.light(), 1.5)) / brightness(WARM), 0.015);
	}

	@Test
	void howBrightTheLightWasGivenDoesNotMatter() {
		final Light light = LightPreset.KEY_ABOVE.light();
		assertArrayEquals(matched(light, 1).data(), matched(light.scaled(7), 1).data(), 1e-5f);
	}

	@Test
	void whiteLightLeavesColoursAsTheyAre() {
		final Picture wanted = matched(LightPreset.KEY_RIGHT.light(), 1);
		final int n = wanted.planeSize();
		for (int i = 0; i < n; i++) {
			if (MAPS.matte().data()[i] == 0) continue;
			final float red = wanted.data()[i] / WARM.data()[i], blue = wanted.data()[2 * n + i] / WARM.data()[2 * n + i];
			assertEquals(1, red / blue, 1e-3);
		}
	}

	/** Where hard light is redder than over the rest of the face, white light takes the red away; in soft light it may be skin. */
	@Test
	void whiteLightTakesTheColoursOfHardLightAway() {
		assertEquals(1.3, redness(0.1f), 0.1);
		assertEquals(1, redness(0.7f), 1e-3);
	}

	/** By how much white light makes the dark side of a face less red, where that is lit by a share of the other side's light, and redder by a third. */
	private static double redness(final float dark) {
		final Picture own = shade(Light.of(Harmonics.even(1, 1, 1)));
		final int n = own.planeSize();
		for (int i = 0; i < 3 * n; i++) if (MAPS.coordinates().data()[i % n] < 0) own.data()[i] *= i < n ? 1.33f * dark : dark;
		final Picture wanted = Exposure.match(MAPS, own, FaceLight.of(MAPS, own), shade(Light.of(Harmonics.even(1, 1, 1))), 1);
		final int place = n / 2 + MAPS.width() / 2 - MAPS.width() / 8;
		assertTrue(MAPS.matte().data()[place] > 0 && MAPS.coordinates().data()[place] < 0);
		return wanted.data()[n + place] / own.data()[n + place] / (wanted.data()[place] / own.data()[place]);
	}

	@Test
	void colouredLightStaysColoured() {
		final Picture wanted = matched(Light.of(Harmonics.even(1, 0.5, 0.5)), 1);
		final int n = wanted.planeSize(), middle = n / 2 + MAPS.width() / 2;
		assertTrue(MAPS.matte().data()[middle] > 0);
		assertEquals(2, wanted.data()[middle] / WARM.data()[middle] / (wanted.data()[n + middle] / WARM.data()[n + middle]), 0.01);
	}

	@Test
	void theInputIsNotChanged() {
		final Picture wanted = shade(LightPreset.RIM.light());
		final float[] before = WARM.data().clone(), other = wanted.data().clone();
		Exposure.match(MAPS, WARM, FaceLight.of(MAPS, WARM), wanted, 1);
		assertArrayEquals(before, WARM.data());
		assertArrayEquals(other, wanted.data());
	}
}
