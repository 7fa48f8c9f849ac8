package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Shadows that no lamp's light shows are not followed: what is made of a cell must not depend on cells farther off than the grid says. */
class RoughReachTest {

	private static final int SIDE = 24;

	/** All lit but for one of the cells that are looked at first; the rest as the passes fill it, in which places that differ are lit too. */
	private static RoughReach shadowAt(final int column, final int row) {
		final RoughReach out = new RoughReach(SIDE, SIDE);
		for (int k = 0; k < SIDE * SIDE; k++) out.set(k % SIDE, k / SIDE, k % SIDE == column && k / SIDE == row ? 0 : 1);
		for (int k = 0; k < SIDE * SIDE; k++) {
			final int i = k % SIDE, j = k / SIDE;
			if (i % 2 == 0 && j % 2 == 0) continue;
			final float alike = out.alike(i, j);
			out.set(i, j, alike >= 0 ? alike : 0.5f);
		}
		return out;
	}

	@Test
	void aCellDependsOnNoneFartherOff() {
		int farthest = 0;
		for (int row = 6; row < 16; row += 2) {
			for (int column = 6; column < 16; column += 2) {
				final RoughReach reach = shadowAt(column, row);
				for (int k = 0; k < SIDE * SIDE; k++) {
					final int away = Math.max(Math.abs(k % SIDE - column), Math.abs(k / SIDE - row));
					if (reach.isEdge(k % SIDE, k / SIDE) || reach.smooth(k % SIDE, k / SIDE) != 1) farthest = Math.max(farthest, away);
					if (away > RoughReach.AROUND) assertEquals(1, reach.smooth(k % SIDE, k / SIDE));
				}
			}
		}
		assertTrue(farthest > 1 && farthest <= RoughReach.AROUND, "farthest " + farthest);
	}
}
