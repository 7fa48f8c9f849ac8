package org.icportrait.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Places on the ball of light. */
class BallDirectionTest {

	@Test
	void theMiddleIsTheCamera() {
		assertEquals(new BallDirection(0, 0), BallDirection.at(0, 0));
	}

	@Test
	void rightIsThePicturesRightAndUpIsAbove() {
		assertEquals(90, BallDirection.at(1, 0).azimuth(), 1e-6);
		assertEquals(-45, BallDirection.at(-Math.sqrt(0.5), 0).azimuth(), 1e-6);
		assertEquals(45, BallDirection.at(0, Math.sqrt(0.5)).elevation(), 1e-6);
	}

	@Test
	void beyondTheOutlineItComesFromBehind() {
		final BallDirection rim = BallDirection.at(1.5, 0);
		assertTrue(rim.isBehind());
		assertEquals(150, rim.azimuth(), 1e-6);
		assertFalse(BallDirection.at(0.99, 0).isBehind());
	}

	@Test
	void everyPlaceComesBack() {
		for (double x = -1.3; x <= 1.3; x += 0.1) {
			for (double y = -1.3; y <= 1.3; y += 0.1) {
				final double radius = Math.hypot(x, y);
				if (radius < 0.01 || Math.abs(radius - 1) < 0.01) continue;
				final BallDirection place = BallDirection.at(x, y);
				assertEquals(x, place.x(), 1e-6);
				assertEquals(y, place.y(), 1e-6);
			}
		}
	}
}
