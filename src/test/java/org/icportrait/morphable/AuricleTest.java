package org.icportrait.morphable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Where ears are on the mean head, and what a camera sees of a surface. */
class AuricleTest {

	@Test
	void anEarReachesFromItsHelixToItsLobeAndNoFarther() {
		assertEquals(0.1f, Auricle.within(0.1f, -0.04f), 0.05f);
		assertTrue(Auricle.within(-0.19f, 0.14f) > 0 && Auricle.within(0.35f, 0) > 0);
		assertTrue(Auricle.within(0.37f, 0.11f) < 0 && Auricle.within(-0.2f, -0.1f) < 0 && Auricle.within(0.1f, 0.2f) < 0);
		assertEquals(-0.2f, Auricle.within(0.2f, 0.307f), 0.01f);
	}

	@Test
	void bothEarsAreAlike() {
		final HeadModel model = HeadModel.standard();
		int count = 0;
		for (int v = 0; v < model.size(); v++) {
			assertEquals(Auricle.within(model, v), Auricle.within(model, model.partner()[v]), 1e-4f, "vertex " + v);
			if (Auricle.within(model, v) > 0) count++;
		}
		assertTrue(count > 400, count + " vertices");
	}

	/** A square that leans before a larger one: the nearer is seen, its numbers lie linearly between the corners'. */
	@Test
	void theNearestIsShownWithItsNumbers() {
		final float[] points = { -1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0, -0.5f, -0.5f, 0.5f, 0.5f, -0.5f, 0.5f, 0.5f, 0.5f, 0.5f, -0.5f, 0.5f, 0.5f };
		final Occluder surface = new Occluder(points, new int[] { 4, 5, 6, 4, 6, 7, 0, 1, 2, 0, 2, 3 });
		final float[][] numbers = { { 9, 9, 9, 9, 0, 1, 1, 0 } };
		final ShownSurface shown = ShownSurface.of(surface, numbers, new HeadCamera(10, 10, 8, 0), new Similarity(1, 0, 0, 0), 20, 20, Progress.NONE);
		assertEquals(0.5f, shown.depth()[10 * 20 + 10], 1e-6f);
		assertEquals((10.5f - 6) / 8, shown.numbers()[0][10 * 20 + 10], 1e-3f);
		assertEquals(9, shown.numbers()[0][10 * 20 + 4], 1e-5f);
		assertEquals(DepthBuffer.EMPTY, shown.depth()[0]);
	}
}
