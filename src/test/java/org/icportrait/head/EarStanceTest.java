package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.morphable.Auricle;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.Occluder;
import org.junit.jupiter.api.Test;

/** Ears that stand off farther than fitted ones: beside a drawn ear the photograph's own would show as a second one. */
class EarStanceTest {

	private static final Rotation FRONT = new Pose(0, 0, 0).toRotation();
	private static final HeadModel MODEL = HeadModel.standard();
	private static final Occluder HEAD = new Occluder(MODEL.neutral(), MODEL.triangles());

	@Test
	void theRimMovesOutAndTheHeadAndTheOtherEarStay() {
		final float[] n = MODEL.neutral(), moved = new EarStance(0.1f, 0).of(HEAD, FRONT).points();
		float most = 0;
		for (int v = 0; v < MODEL.size(); v++) {
			final float out = n[3 * v] - moved[3 * v];
			most = Math.max(most, out);
			if (n[3 * v] > 0 || Math.abs(n[3 * v]) < 0.65f || Auricle.within(MODEL, v) < -0.05f || n[3 * v + 2] > 0.11f) assertEquals(0, out, 1e-6f, "vertex " + v);
			assertTrue(out >= 0);
		}
		assertTrue(most > 0.08f && most < 0.15f, "by " + most);
	}

	@Test
	void asFittedItIsTheSame() {
		assertSame(HEAD, EarStance.AS_FITTED.of(HEAD, FRONT));
	}
}
