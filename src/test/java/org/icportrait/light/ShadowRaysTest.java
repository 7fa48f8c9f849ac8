package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.morphable.DepthBuffer;
import org.junit.jupiter.api.Test;

/** Rays from the middle of a square, on a plane that rises across it so that those to one side lie below. */
class ShadowRaysTest {

	private static final int SIDE = 32, LAYERS = 1;
	/** Heights, dm, of the plane's middle, of a ceiling that hides all, and of a floor that hides nothing. */
	private static final float PLANE = 0, CEILING = 1, FLOOR = -50, NEAR = 0.1f, FIRM = 0.1f;
	private static final ShadowLayer[] ALL = { new ShadowLayer(Float.NEGATIVE_INFINITY, CEILING, 2 * CEILING, 4, 0) };

	/** What hides the rays. @param height of what stands there @param before of each of them @param horizon rise from which on a ray lies below the plane */
	private static float hidden(final float height, final float before, final float horizon) {
		final DepthBuffer depth = new DepthBuffer(SIDE, SIDE);
		final float[] x = { -1, 3 * SIDE, -1 }, y = { -1, -1, 3 * SIDE }, z = { height, height, height };
		depth.draw(x, y, z, 0, 1, 2);
		final ShadowRays rays = new ShadowRays(depth, new DepthBlocks(depth));
		rays.from(SIDE / 2f, SIDE / 2f, PLANE, 1, 0, NEAR, FIRM);
		return rays.hidden(ALL, LAYERS, before, horizon, 0);
	}

	/** A lamp of which half is above the horizon is hidden whole when that half is. */
	@Test
	void raysBelowThePlaneAreNoOpenOnes() {
		assertEquals(1, hidden(CEILING, 0, 0), 1e-6);
	}

	/** Nor is a surface that faces a lamp askance in its own shadow. */
	@Test
	void raysBelowThePlaneAreNotHidden() {
		assertEquals(0, hidden(FLOOR, 0, 0), 1e-6);
		assertEquals(0.25, hidden(FLOOR, 0.25f, 0), 1e-6);
	}

	@Test
	void aLampBelowTheHorizonIsHiddenByNothing() {
		assertEquals(0, hidden(CEILING, 0.25f, -10), 1e-6);
	}
}
