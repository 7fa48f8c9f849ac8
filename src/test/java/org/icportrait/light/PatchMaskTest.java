package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;

import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The share, the shape and the determinism of masks. */
class PatchMaskTest {

	private static boolean[] visible(final int width, final int height, final double ratio, final int patch, final long seed) {
		return new PatchMask(width, height, ratio, patch, seed).toArray();
	}

	private static int count(final boolean[] visible) {
		int count = 0;
		for (final boolean v : visible) if (v) count++;
		return count;
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.1, 0.333, 0.5, 0.8, 0.95, 0.99 })
	void theShareIsExactToOnePatch(final double ratio) {
		final int patches = 20 * 15, patch = 6 * 6;
		final boolean[] visible = visible(120, 90, ratio, 6, 1);
		assertEquals((1 - ratio) * patches, count(visible) / (double) patch, 0.5 + 1e-9);
	}

	@Test
	void patchesAreSquaresOfOneKind() {
		final boolean[] visible = visible(50, 34, 0.5, 8, 9);
		for (int y = 0; y < 34; y++) for (int x = 0; x < 50; x++) assertEquals(visible[y / 8 * 8 * 50 + x / 8 * 8], visible[y * 50 + x]);
	}

	@Test
	void theSameSeedGivesTheSameMaskAndAnotherAnother() {
		assertArrayEquals(visible(200, 100, 0.8, 0, 5), visible(200, 100, 0.8, 0, 5));
		assertFalse(Arrays.equals(visible(200, 100, 0.8, 0, 5), visible(200, 100, 0.8, 0, 6)));
	}

	/** Written down once: other machines and later versions must give the same. */
	@Test
	void theMaskOfSeedOneIsKnown() {
		final boolean[] visible = visible(8, 4, 0.8, 1, 1);
		final StringBuilder shown = new StringBuilder();
		for (int i = 0; i < visible.length; i++) if (visible[i]) shown.append(i).append(' ');
		assertEquals("0 11 17 19 24 25", shown.toString().trim());
	}

	@Test
	void onePatchAlwaysStays() {
		assertEquals(1, count(visible(1, 1, 0.99, 0, 1)));
		assertEquals(30, count(visible(6, 5, 0.99, 100, 1)));
		assertEquals(1, count(visible(3, 1, 0.99, 1, 1)));
	}

	@Test
	void theAutomaticPatchIsASixteenthOfTheLongerSide() {
		assertArrayEquals(visible(160, 96, 0.8, 10, 3), visible(160, 96, 0.8, 0, 3));
	}

	@Test
	void aPatchLargerThanThePictureIsThePicture() {
		assertEquals(30 * 20, count(visible(30, 20, 0.8, Integer.MAX_VALUE, 1)));
	}

	@Test
	void theArrayIsTheCallersOwn() {
		final PatchMask mask = new PatchMask(10, 10, 0.5, 2, 1);
		final boolean[] before = mask.toArray();
		Arrays.fill(mask.toArray(), true);
		assertArrayEquals(before, mask.toArray());
		for (int i = 0; i < 100; i++) assertEquals(before[i], mask.shows(i % 10, i / 10));
	}

	@Test
	void numbersOutOfRangeAreRefused() {
		for (final double ratio : new double[] { -0.01, 1, 1.5, Double.NaN }) {
			assertThrows(BadInput.class, () -> visible(9, 9, ratio, 1, 1));
		}
		assertThrows(BadInput.class, () -> visible(9, 9, 0.5, -1, 1));
		assertThrows(BadInput.class, () -> new StitchOptions(Double.NaN, 0, 1, false));
		assertThrows(BadInput.class, () -> new StitchOptions(0.8, -1, 1, false));
	}
}
