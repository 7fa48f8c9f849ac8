package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.geometry.Harmonics;
import org.junit.jupiter.api.Test;

class LightDifferenceTest {

	@Test
	void equalLightsDoNotDifferHoweverBright() {
		for (final LightPreset preset : LightPreset.values()) {
			assertEquals(0, LightDifference.of(preset.light(), preset.light()).share(), 1e-12);
			assertEquals(0, LightDifference.of(preset.light(), preset.light().scaled(3)).share(), 1e-9);
		}
	}

	/** Two lamps differ by the angle between them. */
	@Test
	void degreesAreThoseBetweenTheLamps() {
		for (final double angle : new double[] { 5, 30, 80 }) {
			final LightDifference difference = LightDifference.of(lamp(-20), lamp(angle - 20));
			assertEquals(angle, difference.degrees(), 0.05 * angle + 1);
		}
		assertTrue(LightDifference.of(lamp(0), lamp(60)).share() > LightDifference.of(lamp(0), lamp(20)).share());
	}

	private static Light lamp(final double azimuth) {
		return new Light(Harmonics.even(0.1, 0.1, 0.1), List.of(Lamp.from(azimuth, 0, 1, 1)));
	}

	@Test
	void evenLightHasNoDirection() {
		assertTrue(Double.isNaN(LightDifference.of(Light.of(Harmonics.even(1, 1, 1)), lamp(0)).degrees()));
		assertTrue(LightDifference.of(Light.of(Harmonics.even(1, 1, 1)), lamp(0)).share() > 0.2);
	}

	/** Soft light counts as lamps do: band 1 of harmonics towards x. */
	@Test
	void harmonicsHaveDirectionsToo() {
		final double[] c = new double[Harmonics.ALL];
		for (int channel = 0; channel < 3; channel++) {
			c[channel] = 3;
			c[9 + channel] = 1;
		}
		assertEquals(90, LightDifference.of(Light.of(Harmonics.of(c)), lamp(0)).degrees(), 1);
	}
}
