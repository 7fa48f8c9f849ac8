package org.icportrait.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.morphable.HeadModel;
import org.junit.jupiter.api.Test;

/** Which part is where, on the mean head itself. */
class FacePartsTest {

	private static int at(final int vertex) {
		final float[] p = HeadModel.standard().neutral();
		return FaceParts.part(p[3 * vertex], p[3 * vertex + 1], p[3 * vertex + 2]);
	}

	private static int landmark(final int number) {
		return at(HeadModel.standard().landmarks()[number]);
	}

	@Test
	void landmarksLieInTheirParts() {
		assertEquals(FaceParts.NOSE, landmark(30), "the tip of the nose");
		assertEquals(FaceParts.HEAD, landmark(8), "the chin");
		assertEquals(FaceParts.OUTER_MOUTH, FaceParts.part(0, -0.42, 1.15), "the lower lip");
		assertEquals(FaceParts.BODY, FaceParts.part(0, -1.5, 0.2), "the neck");
		assertEquals(FaceParts.EYES, FaceParts.part(0.31, 0.35, 0.94));
		assertEquals(FaceParts.EYES, FaceParts.part(-0.31, 0.35, 0.94), "both sides alike");
		assertEquals(FaceParts.OUTER_EYE, FaceParts.part(0.31, 0.42, 0.94), "below the brow");
		assertEquals(FaceParts.HEAD, FaceParts.part(0, 0.9, 0.9), "the forehead");
		assertEquals(FaceParts.HEAD, FaceParts.part(0.1, 0.35, -0.8), "behind the eyes there are none");
	}

	/** Nothing of the mean head is as wide as its ears. */
	@Test
	void earsStandOut() {
		final float[] p = HeadModel.standard().neutral();
		int ears = 0, wide = 0;
		for (int v = 0; v < HeadModel.standard().size(); v++) {
			if (Math.abs(p[3 * v]) < 0.82 || p[3 * v + 1] < -0.2) continue;
			wide++;
			if (at(v) == FaceParts.EARS) ears++;
		}
		assertTrue(wide > 100 && ears == wide, ears + " of " + wide);
	}

	@Test
	void eyeballsAreSeenBetweenTheLids() {
		final float[] p = HeadModel.standard().neutral();
		for (int v = 0; v < HeadModel.standard().size(); v++) {
			final boolean open = Math.abs(Math.abs(p[3 * v]) - 0.31f) < 0.06f && Math.abs(p[3 * v + 1] - 0.35f) < 0.02f;
			if (HeadModel.standard().region(v) == HeadModel.EYE && open && p[3 * v + 2] > 0.9) assertEquals(FaceParts.EYES, at(v), p[3 * v] + " " + p[3 * v + 1]);
		}
	}
}
