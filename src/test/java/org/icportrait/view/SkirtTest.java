package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
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
}
