package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.hair.SeenHair;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
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
		final Closure closure = Closure.of(head, sight, sight, SeenHair.of(maps), reading.camera(), Progress.NONE);
		final double ear = widest(head.points(), head), flat = widest(closure.points(), head);
		assertTrue(ear > 0.8, "the model's ears reach " + ear + " dm");
		assertTrue(flat < 0.75, "the closure's ears reach " + flat + " dm");
	}

	/** Where it ended above them its ragged end stood in the air beside a turned neck, and the wall showed through. */
	@Test
	void itEndsWithinTheShoulders() {
		final HeadModel model = HeadModel.standard();
		final HeadReading reading = ModelHead.reading(new double[model.modes()], new Pose(0, 0, 0), 256);
		final Closure closure = PreparedHead.of(new Picture(256, 256, 3), reading, Progress.NONE).closure();
		float lowest = Float.MAX_VALUE;
		for (final int v : closure.triangles()) lowest = Math.min(lowest, closure.canonical()[3 * v + 1]);
		assertTrue(lowest < -1.4f, "it ends " + lowest + " dm below the head's origin");
	}

	/** A step stood beside the shoulders. */
	@Test
	void itsLowerEndLiesWellWithinTheNeck() {
		final HeadModel model = HeadModel.standard();
		final HeadReading reading = ModelHead.reading(new double[model.modes()], new Pose(0, 0, 0), 256);
		final PreparedHead head = PreparedHead.of(new Picture(256, 256, 3), reading, Progress.NONE);
		final float[] points = head.closure().points(), fitted = head.fitted().points();
		int low = 0;
		for (int v = 0; v < model.size(); v++) {
			final float y = model.neutral()[3 * v + 1];
			final double inside = Math.sqrt(Math.pow(points[3 * v] - fitted[3 * v], 2) + Math.pow(points[3 * v + 1] - fitted[3 * v + 1], 2) + Math.pow(points[3 * v + 2] - fitted[3 * v + 2], 2));
			if (y > -0.9f && y < -0.5f) assertEquals(0.05, inside, 0.01);
			if (y > -1.4f || y < -1.5f) continue;
			low++;
			assertTrue(inside > 0.25, inside + " dm at " + y);
		}
		assertTrue(low > 10, low + " vertices");
	}

	/** Hair that is drawn back lies no farther out than skin; a forehead is no colour of what is behind it. */
	@Test
	void closeHairLendsItsOwnPlaces() {
		final HeadModel model = HeadModel.standard();
		final HeadReading reading = ModelHead.reading(new double[model.modes()], new Pose(0, 0, 0), 256);
		ModelHead.paintScalp(reading, 0.3f, 0, 0.1f);
		final PreparedHead head = PreparedHead.of(new Picture(256, 256, 3), reading, Progress.NONE);
		final float[] sight = FittedSight.of(head.fitted(), head.camera(), Progress.NONE);
		final HeadMaps maps = head.maps();
		int unseen = 0;
		for (int v = 0; v < model.size(); v++) {
			if (!model.isScalp(v) || sight[v] > 0 || model.isEar(v)) continue;
			unseen++;
			final double column = maps.column(head.closure().placeX()[v], head.closure().placeY()[v]), row = maps.row(head.closure().placeX()[v], head.closure().placeY()[v]);
			assertTrue(maps.albedo().sample(column, row, 0) < 0.32f, "vertex " + v + " takes " + maps.albedo().sample(column, row, 0));
		}
		assertTrue(unseen > 500, unseen + " vertices");
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
