package org.icportrait.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeadCameraTest {

	private static final HeadCamera CAMERA = new HeadCamera(300, 200, 80, 0.4);

	@Test
	void whatIsSeenIsLiftedBack() {
		for (double depth = -3; depth < 1.9; depth += 0.1) {
			assertEquals(0.7, CAMERA.liftX(CAMERA.x(0.7, depth), depth), 1e-9);
			assertEquals(-0.4, CAMERA.liftY(CAMERA.y(-0.4, depth), depth), 1e-9);
		}
	}

	/** A shoulder that reaches to the camera, or past it, is large but nowhere near infinity, and on its own side. */
	@Test
	void nothingDividesByZeroOrComesOutBehind() {
		for (final double depth : new double[] { 2, 2.4, 2.5, 2.6, 5, 100 }) {
			assertTrue(Math.abs(CAMERA.x(1, depth) - 300) <= 400, "depth " + depth);
			assertTrue(CAMERA.x(1, depth) > 300 && CAMERA.y(1, depth) < 200);
			assertEquals(1, CAMERA.liftX(CAMERA.x(1, depth), depth), 1e-9);
		}
	}
}
