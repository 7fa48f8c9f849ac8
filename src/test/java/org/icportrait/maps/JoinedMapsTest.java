package org.icportrait.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Someone who goes on beyond the head's crop is known there from the wider look, without a step where that takes over. */
class JoinedMapsTest {

	private static final int SIDE = 300;
	/** Fills the picture, where the crop ends 1.8 dm from its middle. */
	private static final AnalyticHead LARGE = new AnalyticHead(SIDE, SIDE, new double[] { 5, 5.2, 1.5 }, new Pose(10, 5, 12),
		new HeadCamera(SIDE / 2.0, SIDE / 2.0, 50, 0.1), (x, y, z, c) -> 0.5 + 0.1 * Math.sin(x + c));
	private static final Picture PICTURE = LARGE.picture((x, y, z, c) -> 1, 1);
	private static final PreparedHead WIDE = prepare(LARGE.widened()), ALONE = prepare(LARGE.surface());

	private static PreparedHead prepare(final HeadReading reading) {
		return PreparedHead.of(PICTURE, reading, Progress.NONE);
	}

	@Test
	void placesBeyondTheCropAreThoseOfThePerson() {
		final double wide = depthError(WIDE);
		assertTrue(wide < 0.04, "depth off by " + wide + " dm");
		assertTrue(depthError(ALONE) > 3 * wide, "the crop alone cannot know it: " + depthError(ALONE));
		final HeadMaps maps = WIDE.maps();
		for (int x = 20; x < SIDE - 20; x += 7) {
			final double[] q = LARGE.hit(x, SIDE / 2.0, true);
			if (q == null) continue;
			final double[] p = LARGE.toHead(q);
			for (int c = 0; c < 3; c++) assertEquals(p[c], maps.coordinates().sample(maps.column(x, SIDE / 2.0), maps.row(x, SIDE / 2.0), c), 0.1, "x " + x);
		}
	}

	/** Mean over places outside of the crop, but well inside the person. */
	private static double depthError(final PreparedHead head) {
		double sum = 0;
		int count = 0;
		for (int k = 0; k < 120; k++) {
			final double x = SIDE / 2.0 + 108 * Math.cos(k * Math.PI / 60), y = SIDE / 2.0 + 108 * Math.sin(k * Math.PI / 60);
			final double[] q = LARGE.hit(x, y, true);
			sum += Math.abs(q[2] - head.maps().depth().sample(head.maps().column(x, y), head.maps().row(x, y), 0));
			count++;
		}
		return sum / count;
	}

	@Test
	void theMatteDoesNotFadeWhereThePersonGoesOn() {
		for (int y = 60; y < SIDE - 60; y += 4) for (int x = 60; x < SIDE - 60; x += 4) assertEquals(1, matte(WIDE, x, y), 1e-3, x + ", " + y);
		for (int k = 0; k < 60; k++) assertTrue(matte(WIDE, beyond(k, true), beyond(k, false)) > 0.99);
		double alone = 0;
		for (int k = 0; k < 60; k++) alone += matte(ALONE, beyond(k, true), beyond(k, false)) / 60;
		assertTrue(alone < 0.95, "without a wider look it fades: " + alone);
	}

	private static int beyond(final int k, final boolean x) {
		return (int) (SIDE / 2.0 + 115 * (x ? Math.cos(k * Math.PI / 30) : Math.sin(k * Math.PI / 30)));
	}

	private static float matte(final PreparedHead head, final int x, final int y) {
		return head.matte().get(x - head.area().x(), y - head.area().y(), 0);
	}

	/** Along a line over the border of the crop no number jumps by more than it does elsewhere. */
	@Test
	void nothingJumpsWhereTheWiderLookTakesOver() {
		final HeadMaps maps = WIDE.maps();
		for (int row = maps.height() / 3; row < 2 * maps.height() / 3; row += 5) {
			for (int i = 12; i + 13 < maps.width(); i++) {
				final double step = Math.abs(maps.depth().get(i + 1, row, 0) - maps.depth().get(i, row, 0));
				assertTrue(step < 0.06, "a step of " + step + " dm at column " + i);
			}
		}
	}
}
