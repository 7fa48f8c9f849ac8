package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.morphable.DepthBuffer;
import org.junit.jupiter.api.Test;

/** What blocks say without a look at each cell is what the cells say. */
class DepthBlocksTest {

	private static final int COLUMNS = 37, ROWS = 22;
	private static final DepthBuffer DEPTH = specks();
	private static final DepthBlocks BLOCKS = new DepthBlocks(DEPTH);

	/** Small triangles here and there, and nothing between them. */
	private static DepthBuffer specks() {
		final DepthBuffer out = new DepthBuffer(COLUMNS, ROWS);
		final Random random = new Random(5);
		for (int k = 0; k < 60; k++) {
			final float x = COLUMNS * random.nextFloat(), y = ROWS * random.nextFloat(), z = random.nextFloat();
			out.draw(new float[] { x, x + 2, x }, new float[] { y, y, y + 2 }, new float[] { z, z, z }, 0, 1, 2);
		}
		return out;
	}

	@Test
	void fourCellsAroundACornerGiveTheirNearest() {
		for (int j = -3; j <= ROWS + 2; j++) {
			for (int i = -3; i <= COLUMNS + 2; i++) {
				final float most = Math.max(Math.max(DEPTH.at(i, j), DEPTH.at(i + 1, j)), Math.max(DEPTH.at(i, j + 1), DEPTH.at(i + 1, j + 1)));
				assertEquals(most, BLOCKS.ofFour(i, j), i + ", " + j);
			}
		}
	}

	@Test
	void noCellOfAPlaceIsNearerThanItsBlocksSay() {
		for (final float radius : new float[] { 1.75f, 2, 4, 7, 13 }) {
			for (int at = 0; at < COLUMNS * ROWS; at++) {
				final float u = at % COLUMNS + 0.5f, v = at / COLUMNS + 0.5f;
				final int reach = (int) (radius - 0.5f);
				for (int j = -reach; j <= reach; j++) for (int i = -reach; i <= reach; i++) {
					final float height = DEPTH.at(at % COLUMNS + i, at / COLUMNS + j);
					if (height == DepthBuffer.EMPTY) continue;
					assertTrue(BLOCKS.rises(BLOCKS.level(radius), u, v, radius, 2, Math.nextDown(height - 2)), radius + " at " + u + ", " + v);
				}
			}
		}
		assertTrue(BLOCKS.rises(BLOCKS.level(64), 18, 11, 64, 0, Math.nextDown(BLOCKS.most())));
		assertFalse(BLOCKS.rises(BLOCKS.level(64), 18, 11, 64, 0, BLOCKS.most()));
	}
}
