package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.ConnectedParts;
import org.icportrait.image.Picture;
import org.icportrait.layers.Parting;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Small things that hang together with nothing leave a turned person, and nothing else does. */
class IslandsTest {

	private static final double DM = 100;

	private static void fill(final float[] alpha, final int side, final int left, final int top, final int width, final int height, final float value) {
		for (int y = top; y < top + height; y++) for (int x = left; x < left + width; x++) alpha[y * side + x] = value;
	}

	@Test
	void chipsInTheAirGoAndWhatIsLargeOrJoinedStays() {
		for (final int scale : new int[] { 1, 3 }) {
			final int side = 400 * scale;
			final float[] alpha = new float[side * side];
			fill(alpha, side, 100 * scale, 100 * scale, 200 * scale, 250 * scale, 1);
			// A lock that hangs by a soft hair, and a hand.
			fill(alpha, side, 300 * scale, 200 * scale, 30 * scale, 3 * scale, 0.1f);
			fill(alpha, side, 330 * scale, 200 * scale, 10 * scale, 30 * scale, 1);
			fill(alpha, side, 20 * scale, 300 * scale, 50 * scale, 40 * scale, 1);
			final float[] kept = alpha.clone();
			fill(alpha, side, 40 * scale, 150 * scale, 12 * scale, 30 * scale, 0.9f);
			fill(alpha, side, 350 * scale, 50 * scale, 2, 2, 1);
			Islands.remove(alpha, new Area(7, 9, side, side), scale * DM, Progress.NONE);
			assertArrayEquals(kept, alpha, "scale " + scale);
		}
	}

	private static int parts(final View view) {
		final boolean[] person = new boolean[view.alpha().planeSize()];
		for (int i = 0; i < person.length; i++) person[i] = view.alpha().data()[i] > 0.05f;
		int count = 0;
		for (final int[] part : new ConnectedParts(person, view.alpha().width())) if (part.length > 0) count++;
		return count;
	}

	@Test
	void aTurnedHeadHasNoneAndAnUnchangedOneKeepsWhatThePhotographShows() {
		final HeadReading reading = ViewTest.FRONTAL.surface();
		final Picture matte = reading.matte(), photograph = ViewTest.photograph(ViewTest.FRONTAL);
		final int side = matte.width();
		for (int y = side / 2; y < side / 2 + side / 40; y++) for (int x = side / 20; x < side / 9; x++) matte.set(x, y, 0, 1);
		final PreparedHead head = PreparedHead.of(photograph, reading, Progress.NONE);
		final Sitter sitter = Turned.sitter(head, Parting.part(photograph, head, Progress.NONE));
		assertEquals(1, parts(View.turn(sitter, ViewTarget.of(new Pose(20, 0, 0).toRotation()), Progress.NONE)));
		assertEquals(2, parts(View.turn(sitter, ViewTarget.of(Pose.FRONTAL.toRotation()), Progress.NONE)));
	}

	@Test
	void nobodyStaysNobody() {
		final float[] alpha = new float[50 * 30];
		Islands.remove(alpha, new Area(0, 0, 50, 30), DM, Progress.NONE);
		for (final float one : alpha) assertEquals(0, one);
	}
}
