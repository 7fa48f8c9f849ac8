package org.icportrait.morphable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Triangles cover the cells whose middles they hold; the nearest one shows. */
class DepthBufferTest {

	private static final float[] X = { -3, 7, -3, 0, 4, 0 }, Y = { -3, -3, 7, 0, 0, 4 };

	@Test
	void theNearestTriangleShowsWhicheverWayRoundItIsDrawn() {
		final DepthBuffer buffer = new DepthBuffer(8, 6);
		buffer.draw(X, Y, new float[] { 1, 1, 1, 0, 0, 0 }, 3, 4, 5);
		assertEquals(0, buffer.at(1, 1));
		buffer.draw(X, Y, new float[] { 1, 1, 1, 0, 0, 0 }, 2, 1, 0);
		assertEquals(1, buffer.at(1, 1));
		buffer.draw(X, Y, new float[] { 1, 1, 1, 0, 0, 0 }, 3, 4, 5);
		assertEquals(1, buffer.at(1, 1));
		assertEquals(DepthBuffer.EMPTY, buffer.at(6, 5));
		assertEquals(DepthBuffer.EMPTY, buffer.at(-1, 0));
		assertEquals(DepthBuffer.EMPTY, buffer.at(0, 6));
	}

	@Test
	void depthIsThatOfTheCellsMiddle() {
		final DepthBuffer buffer = new DepthBuffer(4, 4);
		buffer.draw(X, Y, new float[] { 0, 0, 0, 2, 6, -2 }, 3, 4, 5);
		assertEquals(2 + 1.5 - 0.5, buffer.at(1, 0), 1e-5);
		assertEquals(2 + 0.5 - 1.5, buffer.at(0, 1), 1e-5);
	}

	@Test
	void whatHasNoAreaCoversNothing() {
		final DepthBuffer buffer = new DepthBuffer(4, 4);
		buffer.draw(new float[] { 0, 2, 4 }, new float[] { 0, 2, 4 }, new float[3], 0, 1, 2);
		assertEquals(DepthBuffer.EMPTY, buffer.at(1, 1));
	}

	@Test
	void smallTrianglesCoverTheCellsWhoseMiddlesLieInThem() {
		final java.util.Random random = new java.util.Random(3);
		for (int k = 0; k < 2000; k++) {
			final float[] x = new float[3], y = new float[3], z = { 1, 2, 4 };
			final float left = 14 * random.nextFloat() - 3, top = 14 * random.nextFloat() - 3, side = 4 * random.nextFloat();
			for (int v = 0; v < 3; v++) {
				x[v] = left + side * random.nextFloat();
				y[v] = top + side * random.nextFloat();
			}
			final DepthBuffer buffer = new DepthBuffer(9, 7);
			buffer.draw(x, y, z, 0, 1, 2);
			for (int i = 0; i < 63; i++) assertEquals(depth(x, y, z, i % 9 + 0.5f, i / 9 + 0.5f), buffer.at(i % 9, i / 9), 1e-2f, k + ": " + i);
		}
	}

	/** Of the triangle's plane at a place inside it. */
	private static float depth(final float[] x, final float[] y, final float[] z, final float px, final float py) {
		final float size = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
		final float s = ((px - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (py - y[0])) / size, t = ((x[1] - x[0]) * (py - y[0]) - (px - x[0]) * (y[1] - y[0])) / size;
		return s < 0 || t < 0 || s + t > 1 ? DepthBuffer.EMPTY : z[0] + s * (z[1] - z[0]) + t * (z[2] - z[0]);
	}
}
