package org.icportrait.head;

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
}
