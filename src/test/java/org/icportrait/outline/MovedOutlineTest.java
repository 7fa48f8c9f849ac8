package org.icportrait.outline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;

import org.junit.jupiter.api.Test;

/** Five pixels of the second row of a picture of 7 x 3: hair, nothing, half of it, not to change, hair that stands by half. */
class MovedOutlineTest {

	private static final int WIDTH = 7, HEIGHT = 3, N = WIDTH * HEIGHT, FIRST = WIDTH + 1;
	private static final float HAIR = 0.1f, WALL = 0.8f, PERSON = 0.4f, NEIGHBOUR = 0.6f;
	private static final MovedOutline OUTLINE = new MovedOutline(new Area(1, 1, 5, 1), filled(5, 1, HAIR), line(1, 0, 0.5f, 1, 1), line(1, 1, 1, 0, 0.5f));

	private static Picture line(final float... values) {
		return new Picture(values.length, 1, 1, values);
	}

	private static Picture filled(final int width, final int height, final float value) {
		final Picture out = new Picture(width, height, 3);
		Arrays.fill(out.data(), value);
		return out;
	}

	@Test
	void itStandsInPlaceOfThePersonAndShowsTheWallBetween() {
		final Picture picture = filled(WIDTH, HEIGHT, PERSON);
		OUTLINE.over(picture, pixel -> 1, (channel, pixel) -> WALL);
		final float[] expected = new float[3 * N];
		Arrays.fill(expected, PERSON);
		for (int c = 0; c < 3; c++) {
			expected[c * N + FIRST] = HAIR;
			expected[c * N + FIRST + 1] = WALL;
			expected[c * N + FIRST + 2] = (HAIR + WALL) / 2;
			expected[c * N + FIRST + 4] = (HAIR + PERSON) / 2;
		}
		assertArrayEquals(expected, picture.data(), 1e-6f);
		assertEquals(PERSON, picture.data()[FIRST + 3], "what may not change stays to the bit");
	}

	@Test
	void beyondThePersonWhatIsThereStaysBehindIt() {
		final Picture picture = filled(WIDTH, HEIGHT, NEIGHBOUR);
		OUTLINE.over(picture, pixel -> 0, (channel, pixel) -> {
			throw new AssertionError("nobody stood here");
		});
		assertEquals(HAIR, picture.data()[FIRST], 1e-6);
		assertEquals(NEIGHBOUR, picture.data()[FIRST + 1]);
		assertEquals((HAIR + NEIGHBOUR) / 2, picture.data()[FIRST + 2], 1e-6);
	}

	@Test
	void cutOutItIsAsOpaqueAsItIs() {
		final Picture picture = filled(WIDTH, HEIGHT, PERSON), alpha = new Picture(WIDTH, HEIGHT, 1);
		Arrays.fill(alpha.data(), 1);
		alpha.data()[FIRST] = 0;
		OUTLINE.over(picture, alpha);
		assertArrayEquals(new float[] { 1, 1, 0, 0.5f, 1, 1, 1 }, Arrays.copyOfRange(alpha.data(), WIDTH, 2 * WIDTH));
		assertEquals(HAIR, picture.data()[FIRST], 1e-6);
		assertEquals(HAIR, picture.data()[FIRST + 2], 1e-6);
		assertEquals(PERSON, picture.data()[FIRST + 3]);
		assertEquals((HAIR + PERSON) / 2, picture.data()[FIRST + 4], 1e-6);
	}

	@Test
	void otherHairShowsNeitherThroughItNorInItsPlace() {
		final float[] covered = { 1, 1, 1, 0.2f, 0.6f };
		for (int i = 0; i < covered.length; i++) assertEquals(covered[i], OUTLINE.covered(pixel -> 0.2f, WIDTH).at(FIRST + i), 1e-6);
		assertEquals(0.2f, OUTLINE.covered(pixel -> 0.2f, WIDTH).at(0));
	}

	@Test
	void itSaysWhatIsGeneratedAndWhatIsNotInDoubt() {
		final Picture generated = new Picture(WIDTH, HEIGHT, 1), doubt = new Picture(WIDTH, HEIGHT, 1);
		Arrays.fill(doubt.data(), 2);
		doubt.data()[FIRST] = Float.NaN;
		doubt.data()[FIRST + 1] = Float.NaN;
		OUTLINE.mark(generated);
		final Picture flat = filled(WIDTH, HEIGHT, 0.5f), dark = filled(WIDTH, HEIGHT, 0.5f);
		for (int c = 0; c < 3; c++) dark.data()[c * N + FIRST + 4] = 0.1f;
		final Picture darker = doubt.copy();
		OUTLINE.settle(darker, flat, dark);
		OUTLINE.settle(doubt, flat, flat);
		assertEquals(2.55, darker.data()[FIRST + 4] / doubt.data()[FIRST + 4], 0.1, "a step of light is more levels in the dark");
		assertArrayEquals(new float[] { 0, 1, 0, 0.5f, 0, 0.5f, 0 }, Arrays.copyOfRange(generated.data(), WIDTH, 2 * WIDTH));
		assertArrayEquals(new float[] { 2, 0, Float.NaN, 0, 2, 1, 2 }, Arrays.copyOfRange(doubt.data(), WIDTH, 2 * WIDTH));
	}
}
