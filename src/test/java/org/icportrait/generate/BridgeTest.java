package org.icportrait.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.FloatBuffer;
import java.util.List;

import org.junit.jupiter.api.Test;

class BridgeTest {

	private static final Bridge BRIDGE = new Bridge(0.35f, true);

	@Test
	void timesAreTheRecipes() {
		assertNear(Reference.numbers("times"), Bridge.times(5, 1), 1e-6);
	}

	@Test
	void solvesAsTheRecipeDoes() {
		final FloatBuffer state = FloatBuffer.allocate(8), start = FloatBuffer.allocate(8), portrait = FloatBuffer.allocate(8);
		new Philox(5, 0).normals(state);
		new Philox(5, 1).normals(start);
		for (int i = 0; i < 8; i++) start.put(i, start.get(i) * 0.3f);
		final float[] times = Bridge.times(5, 1);
		BRIDGE.begin(state, start, times[0]);
		for (int step = 0; step < 5; step++) {
			for (int i = 0; i < 8; i++) portrait.put(i, 0.5f * state.get(i) - 0.1f);
			Bridge.step(state, portrait, times[step], times[step + 1]);
		}
		assertNear(Reference.numbers("solved"), state.array(), 1e-5);
	}

	@Test
	void endsAtThePortraitWhateverTheNoise() {
		final FloatBuffer state = FloatBuffer.wrap(new float[] { 3, -2 }), portrait = FloatBuffer.wrap(new float[] { 0.25f, -0.5f });
		Bridge.step(state, portrait, 0.4f, 0);
		assertArrayEquals(portrait.array(), state.array(), 1e-7f);
	}

	@Test
	void beginsNearTheStartWhereLittleStrengthIsAskedFor() {
		final float[] noise = { 1, -1 };
		final FloatBuffer state = FloatBuffer.wrap(noise), start = FloatBuffer.wrap(new float[] { 0.5f, 0.5f });
		final float strength = Bridge.times(3, 0.1f)[0];
		BRIDGE.begin(state, start, strength);
		assertEquals(0.5 + 0.1 * 0.35, state.get(0), 1e-6);
		final FloatBuffer pure = FloatBuffer.wrap(new float[] { 1, -1 });
		new Bridge(1, false).begin(pure, start, 1);
		assertEquals(1, pure.get(0), 1e-6);
	}

	@Test
	void stepsAndStrengthHaveLimits() {
		assertThrows(IllegalArgumentException.class, () -> Bridge.times(0, 1));
		assertThrows(IllegalArgumentException.class, () -> Bridge.times(Bridge.MOST_STEPS + 1, 1));
		assertThrows(IllegalArgumentException.class, () -> Bridge.times(4, Float.NaN));
	}

	private static void assertNear(final List<Double> expected, final float[] actual, final double tolerance) {
		assertEquals(expected.size(), actual.length);
		for (int i = 0; i < actual.length; i++) assertEquals(expected.get(i), actual[i], tolerance, "number " + i);
	}
}
