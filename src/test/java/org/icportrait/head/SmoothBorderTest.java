package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The border of a disc on a grid is a circle once its vertices have moved. */
class SmoothBorderTest {

	private static final int SIDE = 60;
	private static final double RADIUS = 20.3, MIDDLE = 29.7;

	private static double far(final int i, final int j) {
		return Math.hypot(i - MIDDLE, j - MIDDLE);
	}

	@Test
	void theBorderIsALineAndWhatIsInsideStays() {
		final boolean[] disc = new boolean[SIDE * SIDE];
		for (int v = 0; v < disc.length; v++) disc[v] = far(v % SIDE, v / SIDE) < RADIUS;
		final SmoothBorder border = new SmoothBorder(disc, SIDE, Progress.NONE);
		double least = SIDE, most = 0, leastBefore = SIDE, mostBefore = 0;
		final float[] moved = new float[2];
		for (int v = 0; v < disc.length; v++) {
			final int i = v % SIDE, j = v / SIDE;
			border.move(v, moved);
			if (!disc[v] || far(i, j) < RADIUS - 2) {
				assertEquals(0, Math.hypot(moved[0], moved[1]), "at " + i + ", " + j);
				continue;
			}
			if (moved[0] == 0 && moved[1] == 0) continue;
			final double now = Math.hypot(i + moved[0] - MIDDLE, j + moved[1] - MIDDLE);
			least = Math.min(least, now);
			most = Math.max(most, now);
			leastBefore = Math.min(leastBefore, far(i, j));
			mostBefore = Math.max(mostBefore, far(i, j));
		}
		assertTrue(mostBefore - leastBefore > 1, "there was a stair of " + (mostBefore - leastBefore));
		assertTrue(most - least < 0.5, "from " + least + " to " + most);
		assertTrue(most < RADIUS, "nothing stands out of the mask: " + most);
	}
}
