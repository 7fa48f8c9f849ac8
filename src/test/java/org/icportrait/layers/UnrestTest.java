package org.icportrait.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class UnrestTest {

	private static final int SIDE = 128;

	private static Picture stripes(final float dark, final float light) {
		final Picture out = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = i % SIDE / 3 % 2 == 0 ? dark : light;
		return out;
	}

	private static boolean[] known(final int columns) {
		final boolean[] out = new boolean[SIDE * SIDE];
		for (int i = 0; i < out.length; i++) out[i] = i % SIDE < columns;
		return out;
	}

	private static float ofStripes(final float light) {
		return Unrest.of(stripes(0.2f * light, 0.6f * light), known(SIDE), Progress.NONE).get(SIDE / 2, SIDE / 2, 0);
	}

	/** The deviation of stripes of 0.2 and 0.6 is half of their mean (the means of so few stripes stray too), and no other in brighter light. */
	@Test
	void itIsAShareOfTheMean() {
		assertEquals(0.5, ofStripes(1), 0.1);
		assertEquals(ofStripes(1), ofStripes(10), 0.02);
	}

	@Test
	void whatShadesEvenlyHasHardlyAny() {
		final Picture wall = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < wall.data().length; i++) wall.data()[i] = 0.4f + 0.2f * (i % SIDE) / SIDE;
		for (final float one : Unrest.of(wall, known(SIDE), Progress.NONE).data()) assertTrue(one < 0.02f, "" + one);
	}

	/** Whatever stands there. */
	@Test
	void whereNothingIsKnownItIsAsBeside() {
		final Picture picture = stripes(0.2f, 0.6f);
		for (int i = 0; i < picture.data().length; i++) if (i % SIDE >= SIDE / 2) picture.data()[i] = 100;
		final float[] unrest = Unrest.of(picture, known(SIDE / 2), Progress.NONE).data();
		assertEquals(0.5, unrest[SIDE / 2 * SIDE + SIDE - 1], 0.1);
		Arrays.fill(picture.data(), 0);
		for (final float one : Unrest.of(picture, known(0), Progress.NONE).data()) assertEquals(0, one);
	}
}
