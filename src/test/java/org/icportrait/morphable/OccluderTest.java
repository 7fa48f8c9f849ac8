package org.icportrait.morphable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A surface as a camera sees it. */
class OccluderTest {

	private static final HeadCamera CAMERA = new HeadCamera(40, 30, 20, 0.1);
	private static final float NEAR = 1, FAR = -0.5f;
	/** A triangle before the head's origin, and a larger one behind it. */
	private static final Occluder TWO = new Occluder(new float[] { -0.5f, -0.5f, NEAR, 0.5f, -0.5f, NEAR, 0, 0.5f, NEAR, -1, -1, FAR, 1, -1, FAR, 0, 1, FAR },
		new int[] { 0, 1, 2, 3, 4, 5 });

	/** The cell of a grid of half the picture's resolution, shifted, where a point is seen. */
	private static float at(final DepthBuffer buffer, final double x, final double y, final double z) {
		return buffer.at((int) (CAMERA.x(x, z) / 2 - 3), (int) (CAMERA.y(y, z) / 2 - 4));
	}

	private static final Similarity TO_GRID = new Similarity(0.5, 0, -3, -4);

	@Test
	void whatIsNearerHidesTheRestAndFromBehindTheOtherWayRound() {
		final DepthBuffer nearest = TWO.nearest(CAMERA, TO_GRID, 40, 30, Progress.NONE), farthest = TWO.farthest(CAMERA, TO_GRID, 40, 30, Progress.NONE);
		assertEquals(NEAR, at(nearest, 0, 0, NEAR));
		assertEquals(FAR, at(nearest, 0.8, -0.9, FAR));
		assertEquals(-FAR, at(farthest, 0, 0, FAR));
		assertEquals(DepthBuffer.EMPTY, at(nearest, -0.9, 0.9, FAR));
	}

	@Test
	void aPartHasTheTrianglesWithAllTheirCornersInItAndNoVerticesBeside() {
		final Occluder part = TWO.part(vertex -> vertex > 0);
		assertArrayEquals(new int[] { 2, 3, 4 }, part.triangles());
		assertArrayEquals(Arrays.copyOfRange(TWO.points(), 3, TWO.points().length), part.points());
	}
}
