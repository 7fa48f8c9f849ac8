package org.icportrait.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.work.Progress;

import org.junit.jupiter.api.Test;

/** A disc of 1.2 dm about the middle of the skull, with a strand that goes up from it. */
class RayEndsTest {

	private static final int SIDE = 400;
	private static final double DM = 100, RADIUS = 1.2;
	private static final HeadRays RAYS = new HeadRays(200, 200, 0, DM);

	private static RayEnds ends(final HeadRays rays, final double strand) {
		return RayEnds.of(rays, SIDE, SIDE, (x, y) -> rays.far(x + 0.5, y + 0.5) <= RADIUS || Math.abs(x + 0.5 - rays.x()) < strand && y < rays.y() ? 1 : 0, Progress.NONE);
	}

	@Test
	void itIsWhereTheBodyOfThePersonEnds() {
		final RayEnds ends = ends(RAYS, 2);
		for (int ray = 0; ray < HeadRays.COUNT; ray++) {
			assertEquals(RADIUS, ends.far()[ray], 0.03, "ray " + ray);
			assertFalse(ends.cut()[ray]);
		}
	}

	@Test
	void aLockIsOfTheBodyAndASingleStrandIsNot() {
		assertTrue(ends(RAYS, 25).far()[0] > 1.7);
		assertEquals(ends(RAYS, 0).far()[0], ends(RAYS, 1.5).far()[0], 0.03);
	}

	@Test
	void itTellsWhereThePictureEndsFirst() {
		final RayEnds ends = ends(new HeadRays(200, 90, 0, DM), 0);
		assertTrue(ends.cut()[0]);
		assertFalse(ends.cut()[HeadRays.COUNT / 2]);
	}
}
