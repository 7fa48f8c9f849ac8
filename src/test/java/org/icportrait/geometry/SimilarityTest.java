package org.icportrait.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What becomes of rectangles that are turned, scaled and shifted. */
class SimilarityTest {

	@Test
	void theAreaOfATurnedSquareHoldsItsCorners() {
		final double c = 10 * Math.cos(Math.PI / 4);
		assertEquals(new Area(12, 20, 16, 15), new Similarity(c, c, 20, 20).area(0, 0, 1, 1));
	}

	@Test
	void theAreaOfWhatIsNotTurnedIsItself() {
		assertEquals(new Area(3, 4, 4, 6), new Similarity(2, 0, 1, 2).area(1, 1, 3, 4));
	}

	@Test
	void aSquareLiesAboutItsMiddle() {
		final Similarity square = Similarity.ofSquare(50, 40, 0, 20);
		assertEquals(50, square.x(0.5, 0.5), 1e-12);
		assertEquals(40, square.y(0.5, 0.5), 1e-12);
		assertEquals(60, square.x(0, 0), 1e-12);
		assertEquals(30, square.y(0, 0), 1e-12);
	}
}
