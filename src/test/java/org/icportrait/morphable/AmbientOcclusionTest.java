package org.icportrait.morphable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class AmbientOcclusionTest {

	private static final HeadModel MODEL = HeadModel.standard();

	private static float at(final Occluder head, final float[] place, final float[] normal) {
		return AmbientOcclusion.of(head, place, normal, Progress.NONE)[0];
	}

	/** At the foot of a wall half of what is above a floor is hidden. */
	@Test
	void aWallTakesHalfOfTheLightAtItsFoot() {
		final float[] points = { -2, 0, -0.1f, 2, 0, -0.1f, 2, 2, -0.1f, -2, 2, -0.1f };
		final Occluder wall = new Occluder(points, new int[] { 0, 1, 2, 0, 2, 3 });
		assertEquals(0.5, at(wall, new float[] { 0, 0, 0 }, new float[] { 0, 1, 0 }), 0.08);
		assertEquals(1, at(wall, new float[] { 0, 0, 0 }, new float[] { 0, 0, 1 }), 0);
	}

	/** From any side, for its own cells are coarse. */
	@Test
	void aSkullShadesNoneOfItself() {
		final float[] p = MODEL.neutral(), normals = new FittedHead(MODEL, null, p, null).normals(), open = AmbientOcclusion.of(new Occluder(p, MODEL.triangles()), p, normals, Progress.NONE);
		float sum = 0;
		int skull = 0;
		for (int v = 0; v < open.length; v++) {
			if (!MODEL.isScalp(v, 0.3f)) continue;
			assertTrue(open[v] > 0.85f, "vertex " + v + ": " + open[v]);
			sum += open[v];
			skull++;
		}
		assertEquals(1, sum / skull, 0.015, skull + " vertices");
	}

	@Test
	void underTheJawItIsDarkerThanOnTheCheekAndOnTheNape() {
		final float[] p = MODEL.neutral(), normals = new FittedHead(MODEL, null, p, null).normals(), open = AmbientOcclusion.of(new Occluder(p, MODEL.triangles()), p, normals, Progress.NONE);
		final float under = mean(open, -0.8f, -0.5f, 0.15f, 0.5f), cheek = mean(open, -0.2f, 0, 0.3f, 0.6f), nape = mean(open, -0.8f, -0.5f, -0.6f, -0.2f);
		assertTrue(under < cheek - 0.05f && under < nape - 0.05f, under + " under the jaw, " + cheek + " on the cheek, " + nape + " on the nape");
	}

	/** Of the sides of the mean head between heights and depths. */
	private static float mean(final float[] open, final float low, final float high, final float back, final float front) {
		final float[] p = MODEL.neutral();
		float sum = 0;
		int count = 0;
		for (int v = 0; v < open.length; v++) {
			// Sockets and what lies within the mouth are closed altogether.
			if (Math.abs(p[3 * v]) < 0.25f || p[3 * v + 1] < low || p[3 * v + 1] > high || p[3 * v + 2] < back || p[3 * v + 2] > front || open[v] < 0.5f) continue;
			sum += open[v];
			count++;
		}
		return sum / count;
	}

	@Test
	void whoIsNotAskedForIsOpen() {
		assertEquals(1, at(new Occluder(MODEL.neutral(), MODEL.triangles()), new float[3], new float[3]), 0);
	}
}
