package org.icportrait.strands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Hair that lies across the picture everywhere. */
class LineIntegralTest {

	private static final int SIDE = 128, FINER = 2, LARGE = FINER * SIDE;

	/** How alike what lies so far apart is. @param agree how much neighbours do, 0..1 */
	private static double correlation(final float agree, final int across, final int down) {
		final Picture directions = new Picture(SIDE, SIDE, 2), all = new Picture(SIDE, SIDE, 1);
		Arrays.fill(directions.data(), 0, SIDE * SIDE, agree);
		Arrays.fill(all.data(), 1);
		final Picture strands = LineIntegral.of(directions, all, FINER, 7, Progress.NONE);
		double together = 0, squares = 0;
		for (int y = LARGE / 4; y < 3 * LARGE / 4; y++) for (int x = LARGE / 4; x < 3 * LARGE / 4; x++) {
			together += strands.get(x, y, 0) * strands.get(x + across, y + down, 0);
			squares += strands.get(x, y, 0) * strands.get(x, y, 0);
		}
		return together / squares;
	}

	@Test
	void strandsAreLongAndThin() {
		assertTrue(correlation(1, LARGE / 16, 0) > 0.5, "along a tenth of a head: " + correlation(1, LARGE / 16, 0));
		assertEquals(0, correlation(1, 0, 2), 0.1, "beside");
	}

	@Test
	void hairThatAgreesLessHasShorterOnes() {
		assertTrue(correlation(0.3f, LARGE / 16, 0) < 0.3, "half as long: " + correlation(0.3f, LARGE / 16, 0));
	}
}
