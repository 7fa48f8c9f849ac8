package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class ClosureTest {

	/** Under hair an ear of the closure's own would be a second one, beside the head. */
	@Test
	void noEarStandsOut() {
		final HeadModel model = HeadModel.standard();
		final HeadReading reading = ModelHead.reading(new double[model.modes()], new Pose(20, 0, 0), 256);
		final FittedHead head = FittedHead.of(reading, Progress.NONE);
		assertNotNull(head);
		final HeadMaps maps = PreparedHead.of(new Picture(256, 256, 3), reading, Progress.NONE).maps();
		final float[] sight = FittedSight.of(head, reading.camera(), Progress.NONE);
		final Closure closure = Closure.of(head, sight, sight, maps, reading.camera(), Progress.NONE);
		final double ear = widest(head.points(), head), flat = widest(closure.points(), head);
		assertTrue(ear > 0.8, "the model's ears reach " + ear + " dm");
		assertTrue(flat < 0.75, "the closure's ears reach " + flat + " dm");
	}

	/** The largest distance from the plane of symmetry among the model's ears, dm. */
	private static double widest(final float[] points, final FittedHead head) {
		final float[] n = head.model().neutral();
		final Rotation back = head.rotation().inverse();
		double widest = 0;
		for (int v = 0; v < head.model().size(); v++) {
			if (Math.abs(n[3 * v]) < 0.8f || n[3 * v + 2] > 0.1f || n[3 * v + 1] > 0.45f) continue;
			widest = Math.max(widest, Math.abs(back.x(points[3 * v], points[3 * v + 1], points[3 * v + 2])));
		}
		return widest;
	}
}
