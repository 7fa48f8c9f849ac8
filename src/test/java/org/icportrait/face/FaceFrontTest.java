package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FaceFrontTest {

	@Test
	void bothHoldTheNoseAndNeitherEarsNeckOrForehead() {
		for (final FaceFront front : new FaceFront[] { FaceFront.WHOLE, FaceFront.INNER }) {
			assertTrue(front.holds(0, 1));
			assertFalse(front.holds(0, -0.1f), "an ear");
			assertFalse(front.holds(-1.2f, 0.8f), "the neck");
			assertFalse(front.holds(0.9f, 0.8f), "the forehead");
			assertEquals(front == FaceFront.WHOLE, front.holds(-0.9f, 0.3f), "the jaw's side");
		}
	}

	@Test
	void oneGoesUpToTheHair() {
		assertTrue(FaceFront.TO_HAIR.holds(0.9f, 0.8f), "the forehead");
		assertFalse(FaceFront.TO_HAIR.holds(1.2f, 0.8f), "hair");
		assertFalse(FaceFront.TO_HAIR.holds(0, Float.NaN), "nobody");
	}
}
