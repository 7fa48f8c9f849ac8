package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.Pose;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;

/** What a light takes, and that it is not changed from outside. */
class LightTest {

	@Test
	void nineCoefficientsAreGrey() {
		final double[] nine = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
		final double[] all = Light.ofCoefficients(nine).harmonics().toArray();
		for (int i = 0; i < 27; i++) assertEquals(nine[i / 3], all[i]);
	}

	@Test
	void twentySevenCoefficientsAreTakenAsTheyAre() {
		final double[] values = LitScenes.soft(1, 2, 3, 0.4, 0.5, 0.6).toArray();
		assertArrayEquals(values, Light.ofCoefficients(values).harmonics().toArray());
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
	void extremeCoefficientsAreRefusedInASentence() {
		final double[] values = new double[9];
		values[0] = 1e308;
		assertEquals("A light coefficient must lie between -1000 and 1000, not at 1.0E308.", assertThrows(BadInput.class, () -> Light.ofCoefficients(values)).getMessage());
		values[0] = 1000;
		assertEquals(1000, Light.ofCoefficients(values).harmonics().get(0, 2));
		values[3] = -1000.001;
		assertThrows(BadInput.class, () -> Light.ofCoefficients(values));
	}

	@Test
	void coefficientsWithoutLightAreRefusedInASentence() {
		final double[] dark = { 0, 0, 0, 0, 0, 0, 0, 0, 0 }, negative = { -1, 0, 3, 0, 0, 0, 0, 0, 0 };
		for (final double[] values : new double[][] { dark, negative }) {
			assertEquals("These coefficients give no light; the first, the light from everywhere, must be above 0.",
				assertThrows(BadInput.class, () -> Light.ofCoefficients(values)).getMessage());
		}
	}

	@Test
	void hardnessOutOfRangeIsRefused() {
		for (final double hardness : new double[] { -0.1, 1.1, Double.NaN }) assertThrows(BadInput.class, () -> Light.from(0, 0, hardness));
	}

	@Test
	void nothingReachesInside() {
		final double[] values = LitScenes.soft(1, 2, 3, 0.4, 0.5, 0.6).toArray(), before = values.clone();
		final List<Lamp> lamps = new ArrayList<>(List.of(Lamp.from(10, 20, 1, 1)));
		final Light light = new Light(Light.ofCoefficients(values).harmonics(), lamps);
		Arrays.fill(values, 0);
		lamps.clear();
		Arrays.fill(light.harmonics().toArray(), 0);
		light.scaled(3);
		light.rotated(new Pose(10, 20, 30).toRotation());
		assertArrayEquals(before, light.harmonics().toArray());
		assertEquals(1, light.lamps().size());
		assertThrows(UnsupportedOperationException.class, () -> light.lamps().clear());
	}

	/** Version 0.1 let anyone change a preset for the whole JVM. */
	@Test
	void presetsCannotBeChanged() {
		for (final LightPreset preset : LightPreset.values()) {
			final Light before = new Light(Harmonics.of(preset.light().harmonics().toArray()), List.copyOf(preset.light().lamps()));
			preset.light().harmonics().toArray()[0] = 99;
			assertThrows(UnsupportedOperationException.class, () -> preset.light().lamps().clear());
			assertEquals(before, preset.light());
		}
	}

	@Test
	void lightsAreEqualByTheirNumbers() {
		assertEquals(Light.from(10, 20, 0.5), Light.from(10, 20, 0.5));
		assertEquals(Light.from(10, 20, 0.5).hashCode(), Light.from(10, 20, 0.5).hashCode());
		assertNotEquals(Light.from(10, 20, 0.5), Light.from(10, 20, 0.6));
	}

	@Test
	void evenLightShadesItsColourEverywhere() {
		final Harmonics light = Light.of(Harmonics.even(0.2, 0.4, 0.6)).harmonics();
		for (int c = 0; c < 3; c++) {
			assertEquals(0.2 * (c + 1), light.at(c, 0, 0, 1), 1e-9);
			assertEquals(0.2 * (c + 1), light.at(c, 0.6, -0.8, 0), 1e-9);
		}
	}

	/** The mean that {@link Light#mean} gives, against many directions; a wrapped lamp gives a little more than its cosine. */
	@Test
	void theMeanIsThatOverAllNormals() {
		final Light light = new Light(LitScenes.soft(-1, 0.4, 0.5, 0.5, 0.6, 0.7), List.of(new Lamp(1, 2, 3, 0.3, 0.4, 0.5, 1)));
		final Random random = new Random(4);
		double sum = 0;
		final int rounds = 20_000;
		for (int i = 0; i < rounds; i++) {
			final double[] d = LitScenes.randomDirection(random);
			for (int c = 0; c < 3; c++) {
				final Lamp lamp = light.lamps().get(0);
				sum += (light.harmonics().at(c, d[0], d[1], d[2]) + Math.max(0, lamp.x() * d[0] + lamp.y() * d[1] + lamp.z() * d[2]) * lamp.colour(c)) / 3;
			}
		}
		assertEquals(sum / rounds, light.mean(), 0.01);
	}

	@Test
	void scalingScalesHarmonicsAndLamps() {
		final Light light = new Light(LitScenes.randomLight(3), List.of(new Lamp(1, 2, 3, 0.1, 0.2, 0.3, 0.5))), twice = light.scaled(2);
		for (int i = 0; i < 27; i++) assertEquals(2 * light.harmonics().get(i / 3, i % 3), twice.harmonics().get(i / 3, i % 3));
		final Lamp lamp = twice.lamps().get(0);
		assertArrayEquals(new double[] { 0.2, 0.4, 0.6, 0.5 }, new double[] { lamp.red(), lamp.green(), lamp.blue(), lamp.hardness() }, 1e-12);
	}

	@Test
	void lampsTurnWithTheLight() {
		// A quarter turn to the picture's right takes what comes from the front to the right.
		final Lamp lamp = Light.from(0, 0, 1).rotated(new Pose(90, 0, 0).toRotation()).lamps().get(0);
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
