package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;

import org.junit.jupiter.api.Test;

/** Four pixels of hair in the second row of a picture of 6 x 3: none, half, all, all. */
class HairBeyondTest {

	private static final int WIDTH = 6, HEIGHT = 3, N = WIDTH * HEIGHT, FIRST = WIDTH + 1;
	private static final float HAIR = 0.1f, WALL = 0.8f, PERSON = 0.4f;
	private static final HairBeyond LAYER = new HairBeyond(new Area(1, 1, 4, 1), filled(4, 1, HAIR), new Picture(4, 1, 1, new float[] { 0, 0.5f, 1, 1 }));

	private static Picture filled(final int width, final int height, final float value) {
		final Picture out = new Picture(width, height, 3);
		java.util.Arrays.fill(out.data(), value);
		return out;
	}

	/** The last pixel shows the person alone, the one before it half of the person. */
	private static float covered(final int pixel) {
		return pixel == FIRST + 3 ? 1 : pixel == FIRST + 2 ? 0.5f : 0;
	}

	@Test
	void itLiesBeforeTheWallAndBehindThePerson() {
		final Picture picture = filled(WIDTH, HEIGHT, WALL);
		for (int i = 0; i < 3 * N; i++) picture.data()[i] += covered(i % N) * (PERSON - WALL);
		final Picture before = picture.copy();
		LAYER.under(picture, HairBeyondTest::covered, (channel, pixel) -> WALL);
		for (int c = 0; c < 3; c++) {
			assertEquals((HAIR + WALL) / 2, picture.data()[c * N + FIRST + 1], 1e-6);
			assertEquals((HAIR + PERSON) / 2, picture.data()[c * N + FIRST + 2], 1e-6, "no wall is left between both");
			before.data()[c * N + FIRST + 1] = picture.data()[c * N + FIRST + 1];
			before.data()[c * N + FIRST + 2] = picture.data()[c * N + FIRST + 2];
		}
		assertArrayEquals(before.data(), picture.data(), "the person and what is beside the hair stay to the bit");
	}

	@Test
	void cutOutItIsAsOpaqueAsItIs() {
		final Picture picture = new Picture(WIDTH, HEIGHT, 3), alpha = new Picture(WIDTH, HEIGHT, 1);
		for (int i = 0; i < N; i++) {
			alpha.data()[i] = covered(i);
			for (int c = 0; c < 3; c++) picture.data()[c * N + i] = covered(i) > 0 ? PERSON : 0;
		}
		LAYER.under(picture, alpha);
		final float[] expected = new float[N];
		expected[FIRST + 1] = 0.5f;
		expected[FIRST + 2] = 1;
		expected[FIRST + 3] = 1;
		assertArrayEquals(expected, alpha.data());
		assertEquals(HAIR, picture.data()[FIRST + 1], 1e-6);
		assertEquals((HAIR + PERSON) / 2, picture.data()[FIRST + 2], 1e-6);
		assertEquals(PERSON, picture.data()[FIRST + 3]);
		assertEquals(0, picture.data()[FIRST]);
	}
}
