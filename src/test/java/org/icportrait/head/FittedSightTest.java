package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class FittedSightTest {

	private static final HeadModel MODEL = HeadModel.standard();
	/** Landmarks of 300-W: the inner line of the lips from corner to corner above, and the middle of the lower lip. */
	private static final int[] INNER_LIPS = { 60, 61, 62, 63, 64, 65, 66, 67 };
	private static final int LEFT_NOSTRIL = 35, RIGHT_NOSTRIL = 31, FAR_CHEEK = 15, NEAR_CHEEK = 1;

	private static float[] sight(final double yaw) {
		final HeadReading reading = ModelHead.reading(new double[MODEL.modes()], new Pose(yaw, 0, 0), 256);
		return FittedSight.of(FittedHead.of(reading, Progress.NONE), reading.camera(), Progress.NONE);
	}

	/** A closed mouth hides what lies between its lips; of an open one that was mirrored jagged teeth, or lips without any. */
	@Test
	void whatLiesBetweenLipsIsShown() {
		final float[] sight = sight(0);
		for (final int landmark : INNER_LIPS) assertTrue(sight[MODEL.landmarks()[landmark]] > 0.8, "landmark " + landmark + ": " + sight[MODEL.landmarks()[landmark]]);
		assertTrue(sight[MODEL.landmarks()[LEFT_NOSTRIL]] > 0.6, "left nostril");
		assertTrue(sight[MODEL.landmarks()[RIGHT_NOSTRIL]] > 0.6, "right nostril");
	}

	/** The far side of a turned face is no fold. */
	@Test
	void theFarSideStaysHidden() {
		for (final double yaw : new double[] { -55, 55 }) {
			final float[] sight = sight(yaw);
			final float a = sight[MODEL.landmarks()[FAR_CHEEK]], b = sight[MODEL.landmarks()[NEAR_CHEEK]];
			assertEquals(0, Math.min(a, b), 1e-6);
			assertTrue(Math.max(a, b) > 0.9, a + " " + b);
			final float left = sight[MODEL.landmarks()[LEFT_NOSTRIL]], right = sight[MODEL.landmarks()[RIGHT_NOSTRIL]];
			assertTrue(Math.min(left, right) < 0.1, "the nostril behind the nose: " + left + ", " + right);
		}
	}

	/** What ears fold is shown askance; closed, it was a second ear on the cheek. */
	@Test
	void besideEarsNothingIsClosed() {
		final float[] sight = sight(0), n = MODEL.neutral();
		int hidden = 0;
		for (int v = 0; v < sight.length; v++) if (Math.abs(n[3 * v]) > 0.6f && MODEL.region(v) == HeadModel.FACE && sight[v] == 0) hidden++;
		assertTrue(hidden > 550, hidden + " vertices"); // 638, closed 458
	}
}
