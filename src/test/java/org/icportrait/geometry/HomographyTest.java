package org.icportrait.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HomographyTest {

	private static final double[] CORNERS = { 10, 20, 60, 25, 55, 90, 5, 70 };
	private static final Homography MAP = Homography.ofSquare(CORNERS);

	@Test
	void cornersGoToCorners() {
		final double[] square = { 0, 0, 1, 0, 1, 1, 0, 1 };
		for (int i = 0; i < 8; i += 2) {
			assertEquals(CORNERS[i], MAP.x(square[i], square[i + 1]), 1e-9);
			assertEquals(CORNERS[i + 1], MAP.y(square[i], square[i + 1]), 1e-9);
		}
	}

	@Test
	void theWayBackIsOne() {
		final double x = MAP.x(0.3, 0.8), y = MAP.y(0.3, 0.8);
		assertEquals(0.3, MAP.inverse().x(x, y), 1e-9);
		assertEquals(0.8, MAP.inverse().y(x, y), 1e-9);
	}

	@Test
	void straightLinesStayStraight() {
		final double ax = MAP.x(0.1, 0.2), ay = MAP.y(0.1, 0.2), bx = MAP.x(0.9, 0.7), by = MAP.y(0.9, 0.7), mx = MAP.x(0.5, 0.45), my = MAP.y(0.5, 0.45);
		assertEquals(0, (mx - ax) * (by - ay) - (my - ay) * (bx - ax), 1e-6);
	}

	/** Opposite sides alike: an affine map, in which nothing is farther away. */
	@Test
	void aParallelogramIsEven() {
		final Homography even = Homography.ofSquare(1, 2, 5, 3, 8, 9, 4, 8);
		assertEquals(4.5, even.x(0.5, 0.5), 1e-9);
		assertEquals(5.5, even.y(0.5, 0.5), 1e-9);
	}
}
