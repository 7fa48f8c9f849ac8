package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Of a picture of one row of squares: what is known, the gap, what is neither. */
class CompletionLevelTest {

	private static final int WIDTH = 40, HEIGHT = 11, GAP = 20, NEITHER = 35;

	private static CompletionLevel level(final int block) {
		final int w = block * WIDTH - block / 2, h = block * HEIGHT;
		final Picture colour = new Picture(w, h, 1);
		final boolean[] gap = new boolean[w * h], known = new boolean[w * h];
		for (int i = 0; i < gap.length; i++) {
			final int cell = i % w / block;
			known[i] = cell < GAP;
			gap[i] = cell >= GAP && cell < NEITHER;
			colour.data()[i] = cell / 4f;
		}
		return CompletionLevel.of(colour, gap, known, block, Progress.NONE);
	}

	/** The last one is cut off. */
	@Test
	void cellsAreRootsOfTheMeansOfTheirBlocks() {
		final CompletionLevel level = level(3);
		assertEquals(WIDTH, level.cells().width());
		assertEquals(HEIGHT, level.cells().height());
		for (int x = 0; x < WIDTH; x++) assertEquals(Math.sqrt(x / 4.0), level.cells().get(x, 5, 0), 1e-5, "cell " + x);
		assertArrayEquals(level(1).gap(), level.gap());
		assertArrayEquals(level(1).known(), level.known());
	}

	@Test
	void trustFallsWithDepthInTheGapAndWhatIsNeitherHasNone() {
		final float[] trust = level(1).trust(1.25, 4, Progress.NONE);
		assertEquals(1, trust[GAP - 1]);
		for (int x = GAP; x < NEITHER; x++) assertEquals(Math.pow(1.25, -Math.min(4, x - GAP + 1)), trust[x], 1e-5, "cell " + x);
		for (int x = NEITHER; x < WIDTH; x++) assertEquals(0, trust[x]);
	}

	@Test
	void sourcesHaveAWholeKnownSquareAboutThem() {
		final boolean[] sources = level(1).sources(Progress.NONE);
		for (int i = 0; i < sources.length; i++) {
			final int x = i % WIDTH, y = i / WIDTH;
			assertEquals(x >= 3 && x < GAP - 3 && y >= 3 && y < HEIGHT - 3, sources[i], x + ", " + y);
		}
	}

	@Test
	void guessesComeFromTheCoarserLevel() {
		final CompletionLevel level = level(1), coarse = level.halved(Progress.NONE);
		assertEquals((WIDTH + 1) / 2, coarse.cells().width());
		final int[] matches = new int[coarse.cells().planeSize()];
		java.util.Arrays.fill(matches, 2 * coarse.cells().width() + 4);
		final int[] first = level.start(null, null, Progress.NONE), then = level.start(coarse, matches, Progress.NONE);
		for (int i = 0; i < first.length; i++) {
			final int x = i % WIDTH, y = i / WIDTH;
			final boolean wanted = x >= GAP - 3 && x < NEITHER + 3;
			assertEquals(wanted ? i : -1, first[i]);
			assertEquals(wanted ? (4 + y % 2) * WIDTH + 8 + x % 2 : -1, then[i], x + ", " + y);
		}
		assertTrue(first[GAP] == GAP);
	}
}
