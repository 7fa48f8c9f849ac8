package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Pose;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;

/** What a light takes, and that it is not changed from outside. */
class LightTest {

	@Test
	void nineCoefficientsAreGrey() {
		final double[] nine = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
		final double[] all = Light.ofCoefficients(nine).harmonics();
		for (int i = 0; i < 27; i++) assertEquals(nine[i / 3], all[i]);
	}

	@Test
	void twentySevenCoefficientsAreTakenAsTheyAre() {
		final double[] values = LitScenes.randomLight(1);
		assertArrayEquals(values, Light.ofCoefficients(values).harmonics());
	}

	@Test
	void otherNumbersOfCoefficientsAreRefused() {
		for (final int count : new int[] { 0, 1, 8, 10, 26, 28 }) {
			final BadInput e = assertThrows(BadInput.class, () -> Light.ofCoefficients(new double[count]));
			assertEquals("Light takes 9 coefficients (grey) or 27 (red, green, blue in turn), not " + count + ".", e.getMessage());
		}
	}

	@Test
	void whatIsNoNumberIsRefused() {
		final double[] values = new double[9];
		values[4] = Double.NaN;
		assertThrows(BadInput.class, () -> Light.ofCoefficients(values));
		values[4] = Double.POSITIVE_INFINITY;
		assertThrows(BadInput.class, () -> Light.ofCoefficients(values));
	}

	@Test
	void hardnessOutOfRangeIsRefused() {
		for (final double hardness : new double[] { -0.1, 1.1, Double.NaN }) assertThrows(BadInput.class, () -> Light.from(0, 0, hardness));
	}

	@Test
	void changingTheArrayGivenDoesNotChangeTheLight() {
		final double[] values = LitScenes.randomLight(2), before = values.clone();
		final Light light = Light.of(values);
		Arrays.fill(values, 0);
		assertArrayEquals(before, light.harmonics());
		light.scaled(3);
		light.turned(new Pose(10, 20, 30).toRotation().toArray());
		assertArrayEquals(before, light.harmonics());
	}

	@Test
	void evenLightShadesItsColourEverywhere() {
		final double[] light = Light.even(0.2, 0.4, 0.6).harmonics();
		for (int c = 0; c < 3; c++) {
			assertEquals(0.2 * (c + 1), SphericalHarmonics.shade(light, c, 0, 0, 1), 1e-9);
			assertEquals(0.2 * (c + 1), SphericalHarmonics.shade(light, c, 0.6, -0.8, 0), 1e-9);
		}
	}

	@Test
	void scalingScalesHarmonicsAndLamps() {
		final Light light = new Light(LitScenes.randomLight(3), List.of(new Lamp(1, 2, 3, 0.1, 0.2, 0.3, 0.5))), twice = light.scaled(2);
		for (int i = 0; i < 27; i++) assertEquals(2 * light.harmonics()[i], twice.harmonics()[i]);
		final Lamp lamp = twice.lamps().get(0);
		assertArrayEquals(new double[] { 0.2, 0.4, 0.6, 0.5 }, new double[] { lamp.red(), lamp.green(), lamp.blue(), lamp.hardness() }, 1e-12);
	}

	@Test
	void lampsTurnWithTheLight() {
		// A quarter turn to the picture's right takes what comes from the front to the right.
		final Lamp lamp = Light.from(0, 0, 1).turned(new Pose(90, 0, 0).toRotation().toArray()).lamps().get(0);
		assertEquals(0, LitScenes.degrees(lamp, 1, 0, 0), 1e-4);
	}

	@Test
	void azimuthAndElevationPointWhereTheySay() {
		assertEquals(0, LitScenes.degrees(Lamp.from(0, 0, 1, 1), 0, 0, 1), 1e-4);
		assertEquals(0, LitScenes.degrees(Lamp.from(90, 0, 1, 1), 1, 0, 0), 1e-4);
		assertEquals(0, LitScenes.degrees(Lamp.from(-90, 0, 1, 1), -1, 0, 0), 1e-4);
		assertEquals(0, LitScenes.degrees(Lamp.from(180, 0, 1, 1), 0, 0, -1), 1e-4);
		assertEquals(0, LitScenes.degrees(Lamp.from(30, 90, 1, 1), 0, 1, 0), 1e-4);
	}

	@Test
	void lampsNeedADirection() {
		assertThrows(IllegalArgumentException.class, () -> new Lamp(0, 0, 0, 1, 1, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> new Lamp(Double.NaN, 0, 1, 1, 1, 1, 1));
	}

	@Test
	void falloffIsFullTowardsTheLampAndNothingBehindIt() {
		for (final double hardness : new double[] { 0, 0.5, 1 }) {
			final Lamp lamp = Lamp.from(0, 0, 1, hardness);
			assertEquals(1, lamp.falloff(0, 0, 1), 1e-9);
			assertEquals(0, lamp.falloff(0, 0, -1), 1e-9);
			double last = 1;
			for (int degrees = 0; degrees <= 180; degrees += 5) {
				final double now = lamp.falloff(Math.sin(Math.toRadians(degrees)), 0, Math.cos(Math.toRadians(degrees)));
				if (now > last + 1e-12) throw new AssertionError("brighter at " + degrees + " degrees");
				last = now;
			}
		}
	}
}
