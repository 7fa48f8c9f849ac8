package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.geometry.Area;
import org.junit.jupiter.api.Test;

/** The grid of a mesh lies in middles of pixels and reaches the border of its area. */
class MeshGridTest {

	@Test
	void theLastColumnAndRowLieOnTheBorder() {
		final MeshGrid grid = MeshGrid.of(new Area(10, 20, 324, 5));
		assertEquals(3, grid.step());
		assertEquals(109, grid.columns());
		assertEquals(332.5f + 1, grid.x()[108]);
		assertArrayEquals(new float[] { 20.5f, 23.5f, 24.5f }, grid.y());
		assertEquals(323, grid.pixelX(108));
		assertEquals(4, grid.pixelY(2));
	}

	@Test
	void verticesRunRowByRow() {
		final MeshGrid grid = MeshGrid.of(new Area(0, 0, 4, 2));
		assertEquals(8, grid.count());
		assertEquals(1.5f, grid.x(5));
		assertEquals(1.5f, grid.y(5));
		assertEquals(1, grid.meanStep());
	}
}
