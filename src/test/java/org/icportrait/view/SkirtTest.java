package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.face.HeadReading;
import org.icportrait.face.Landmarks;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Parting;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.turn.Skirt;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A head that the photograph's border cuts goes on to the border of a turned view, and one that it does not cut stays as it is. */
class SkirtTest {

	private static final int SIDE = ViewTest.SIDE, ALL = SIDE * SIDE;
	private static final AnalyticHead CUT = AnalyticHead.of(SIDE, 2.5 * ViewTest.SCALE, Pose.FRONTAL, ViewTest::paint);
	/** Rows along the border that are looked at. */
	private static final int BORDER = 5;
	/** Cosine from which the photograph would show a place, were it larger. */
	private static final double FACING = 0.3;

	@ParameterizedTest
	@CsvSource({ "25,0", "-35,0", "0,12", "15,-12" })
	void nothingStandsOpenAlongTheBorder(final double yaw, final double pitch) {
		final Pose pose = new Pose(yaw, pitch, 0);
		final AnalyticHead target = CUT.withPose(pose);
		final Turned turned = Turned.of(CUT, ViewTest.photograph(CUT), pose);
		final Picture alpha = turned.alpha();
		int head = 0, drawn = 0;
		for (int i = 0; i < ALL; i++) {
			final int row = i / SIDE;
			final double[] q = row >= BORDER && row < SIDE - BORDER ? null : target.hit(i % SIDE + 0.5, row + 0.5, true);
			if (q == null || CUT.facing(target.toHead(q)) < FACING) continue;
			head++;
			if (alpha.data()[i] > 0.9f) drawn++;
		}
		assertTrue(head > 300 && drawn > 0.97 * head, drawn + " of " + head + " pixels of the head along the border");
	}

	@Test
	void itIsHardlyKnownAndNoPartOfWhatThePhotographShows() {
		final Turned turned = Turned.of(CUT, ViewTest.photograph(CUT), new Pose(0, 12, 0));
		final Picture places = turned.whole(turned.view().correspondence(), Float.NaN), sure = turned.whole(turned.view().visibility(), Float.NaN);
		int beyond = 0;
		for (int i = 0; i < ALL; i++) {
			final double[] q = CUT.withPose(new Pose(0, 12, 0)).hit(i % SIDE + 0.5, i / SIDE + 0.5, true);
			if (q == null || Float.isNaN(places.data()[i])) continue;
			final double[] p = CUT.toCamera(CUT.withPose(new Pose(0, 12, 0)).toHead(q));
			final double row = CUT.camera().y(p[1], p[2]);
			if (row > -3 && row < SIDE + 3) continue;
			beyond++;
			assertTrue(sure.data()[i] <= 0.3f, "row " + row + " is known by " + sure.data()[i]);
		}
		assertTrue(beyond > 200, beyond + " pixels beyond the photograph");
	}

	@Test
	void aHeadThatIsNotCutHasNone() {
		final Turned whole = Turned.of(ViewTest.FRONTAL, ViewTest.photograph(ViewTest.FRONTAL), new Pose(20, 0, 0));
		final Sitter sitter = Turned.sitter(whole.head(), whole.parted());
		final Turning turning = new Turning(sitter, ViewTarget.of(new Pose(20, 0, 0).toRotation()), Progress.NONE);
		assertEquals(List.of(0), List.of(turning.turned().get(0).skirt().triangles().length));
	}

	/** Above a head that is closed it is a guess, and what closes the head hides it. */
	@Test
	void aboveAClosedHeadItStandsBehindTheClosure() {
		final HeadReading whole = ModelHead.reading(new double[HeadModel.standard().modes()], Pose.FRONTAL, SIDE), reading = cut(whole, SIDE / 4);
		final Picture photograph = new Picture(SIDE, SIDE - SIDE / 4, 3);
		final PreparedHead head = PreparedHead.of(photograph, reading, Progress.NONE);
		assertNotNull(head.closure());
		final Sitter sitter = Turned.sitter(head, Parting.part(photograph, head, Progress.NONE));
		final Skirt skirt = new Turning(sitter, ViewTarget.of(new Pose(0, -12, 0).toRotation()), Progress.NONE).turned().get(0).skirt();
		final int[] guessed = skirt.guessed();
		assertTrue(guessed.length > 60, guessed.length + " corners above the head");
		for (int t = 0; t < guessed.length; t += 6) {
			final float border = skirt.places().z()[guessed[t]], beyond = skirt.places().z()[guessed[t + 2]];
			assertTrue(beyond < border - 0.5f, beyond + " beyond " + border);
		}
	}

	/** A guess is drawn whole: above wisps that reach the border a speck would stand in the air. */
	@Test
	void nothingIsGuessedAboveWisps() {
		final HeadReading reading = cut(ModelHead.reading(new double[HeadModel.standard().modes()], Pose.FRONTAL, SIDE), SIDE / 4);
		final int map = reading.matte().width();
		for (int i = 0; i < map * map * 11 / 32; i++) reading.matte().data()[i] *= 0.3f;
		final Picture photograph = new Picture(SIDE, SIDE - SIDE / 4, 3);
		final PreparedHead head = PreparedHead.of(photograph, reading, Progress.NONE);
		assertNotNull(head.closure());
		final Sitter sitter = Turned.sitter(head, Parting.part(photograph, head, Progress.NONE));
		final Skirt skirt = new Turning(sitter, ViewTarget.of(new Pose(0, -12, 0).toRotation()), Progress.NONE).turned().get(0).skirt();
		assertEquals(0, skirt.guessed().length);
		assertTrue(skirt.triangles().length > 0, "wisps go on as what they are");
	}

	/** A reading of the same photograph without its uppermost rows. */
	private static HeadReading cut(final HeadReading r, final int rows) {
		final HeadCamera camera = new HeadCamera(r.camera().x0(), r.camera().y0() - rows, r.camera().s(), r.camera().k());
		final double[] landmarks = new double[3 * Landmarks.COUNT];
		for (int i = 0; i < Landmarks.COUNT; i++) {
			landmarks[3 * i] = r.landmarks().x(i);
			landmarks[3 * i + 1] = r.landmarks().y(i) - rows;
			landmarks[3 * i + 2] = 1;
		}
		return new HeadReading(new Similarity(1, 0, 0, -rows).after(r.cropToPicture()), r.matte(), r.coordinates(), r.depth(), r.backDepth(), r.normals(), r.albedo(),
			r.rotation(), camera, r.light(), Landmarks.of(landmarks), 1);
	}
}
