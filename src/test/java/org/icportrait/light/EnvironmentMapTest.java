package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Where the light of an equirectangular picture comes from, and how much. */
class EnvironmentMapTest {

	private static Light light(final Picture map, final double turn) {
		return EnvironmentMap.light(map, turn, Progress.NONE);
	}

	private static Picture spot(final int width, final int x, final int y) {
		final Picture map = new Picture(width, width / 2, 3);
		Arrays.fill(map.data(), 0.01f);
		for (int c = 0; c < 3; c++) map.set(x, y, c, 2000 * (c + 1));
		return map;
	}

	private static Lamp onlyLamp(final Light light) {
		assertEquals(1, light.lamps().size());
		return light.lamps().get(0);
	}

	@Test
	void theMiddleIsBehindTheSubjectAndTheSeamBehindTheCamera() {
		assertEquals(0, LitScenes.degrees(onlyLamp(light(spot(128, 64, 32), 0)), 0, 0, -1), 3);
		assertEquals(0, LitScenes.degrees(onlyLamp(light(spot(128, 0, 32), 0)), 0, 0, 1), 3);
	}

	@Test
	void threeQuartersAcrossIsThePicturesRight() {
		assertEquals(0, LitScenes.degrees(onlyLamp(light(spot(256, 192, 64), 0)), 1, 0, 0), 3);
		assertEquals(0, LitScenes.degrees(onlyLamp(light(spot(256, 64, 64), 0)), -1, 0, 0), 3);
	}

	@Test
	void theTopIsOverhead() {
		assertEquals(0, LitScenes.degrees(onlyLamp(light(spot(128, 20, 0), 0)), 0, 1, 0), 3);
	}

	@Test
	void turningMovesWhatIsAheadToTheRight() {
		assertEquals(0, LitScenes.degrees(onlyLamp(light(spot(128, 64, 32), 90)), 1, 0, 0), 3);
	}

	@Test
	void aLampKeepsItsColour() {
		final Lamp lamp = onlyLamp(light(spot(128, 40, 20), 0));
		assertEquals(2, lamp.green() / lamp.red(), 0.02);
		assertEquals(3, lamp.blue() / lamp.red(), 0.03);
	}

	@Test
	void evenSurroundingsShadeOneWithoutALamp() {
		final Picture map = new Picture(64, 32, 3);
		Arrays.fill(map.data(), 7);
		final Light light = light(map, 0);
		assertTrue(light.lamps().isEmpty());
		assertEquals(1, light.harmonics().at(0, 0.6, 0, 0.8), 2e-3);
	}

	@Test
	void theMeanOverAllDirectionsIsOneWithALampToo() {
		final Light light = light(spot(128, 50, 25), 0);
		final Random random = new Random(1);
		double sum = 0;
		final int rounds = 20_000;
		for (int i = 0; i < rounds; i++) {
			final double[] d = LitScenes.randomDirection(random);
			for (int c = 0; c < 3; c++) {
				sum += new double[] { 0.2126, 0.7152, 0.0722 }[c] * (light.harmonics().at(c, d[0], d[1], d[2]) +
					onlyLamp(light).falloff(d[0], d[1], d[2]) * onlyLamp(light).colour(c));
			}
		}
		assertEquals(1, sum / rounds, 0.12);
	}

	@Test
	void greyTinyAndBlackMapsGiveFiniteLight() {
		for (final Picture map : new Picture[] { new Picture(1, 1, 1), new Picture(3, 2, 3), new Picture(300, 151, 1) }) {
			assertTrue(light(map, 10).harmonics().isFinite());
		}
		final Picture grey = new Picture(8, 4, 1);
		Arrays.fill(grey.data(), 0.5f);
		assertEquals(1, light(grey, 0).harmonics().at(2, 0, 1, 0), 2e-3);
	}

	@Test
	void otherShapesAreRefusedInASentence() {
		for (final Picture map : new Picture[] { new Picture(300, 7, 1), new Picture(64, 64, 3), new Picture(100, 54, 3), new Picture(54, 100, 3) }) {
			final BadInput e = assertThrows(BadInput.class, () -> light(map, 0));
			assertEquals("Surroundings must be twice as wide as high (equirectangular), not " + map.width() + " x " + map.height() +
				"; export the whole panorama.", e.getMessage());
		}
		assertThrows(BadInput.class, () -> light(new Picture(8, 4, 2), 0));
	}

	@Test
	void theMapIsNotChanged() {
		final Picture map = spot(64, 10, 10);
		final float[] before = map.data().clone();
		light(map, 30);
		assertTrue(Arrays.equals(before, map.data()));
	}
}
