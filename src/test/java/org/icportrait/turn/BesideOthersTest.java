package org.icportrait.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.BesideOthers;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A head of 150 px in the middle; somebody fills what is right of it from column 230 on. */
class BesideOthersTest {

	private static final int SIDE = 300, FROM = 230;
	private static final float SHOULDER = -2, FACE = 0;
	private static final AnalyticHead HEAD = AnalyticHead.of(SIDE, 75, new Pose(0, 0, 0), (x, y, z, c) -> 0.5f);

	private static PreparedHead head(final boolean beside) {
		return PreparedHead.of(new Picture(SIDE, SIDE, 3), beside ? HEAD.surfaceBeside(FROM) : HEAD.surface(), Progress.NONE);
	}

	@Test
	void shouldersBesideOthersKeepTheirPlaceAndHeadsDoNot() {
		final BesideOthers others = BesideOthers.of(head(true));
		assertEquals(0, others.apart(FROM + 5, 150, SHOULDER));
		assertEquals(1, others.apart(FROM + 5, 150, FACE));
		assertEquals(1, others.apart(FROM - 60, 150, SHOULDER));
		assertTrue(others.apart(FROM - 15, 150, SHOULDER) > 0 && others.apart(FROM - 15, 150, SHOULDER) < 1);
	}

	@Test
	void soTheyDoWhateverTurns() {
		final TurnShare shares = new TurnShare(head(true), Turn.BUST, true, Progress.NONE);
		assertEquals(0, shares.at(FROM, 150, new float[] { 0, SHOULDER, 0 }, 0));
		assertEquals(1, shares.at(FROM, 150, new float[] { 0, FACE, 0 }, 0));
		assertEquals(1, new TurnShare(head(false), Turn.BUST, true, Progress.NONE).at(FROM, 150, new float[] { 0, SHOULDER, 0 }, 0));
	}

	@Test
	void whereNobodyElseIsNothingIsKept() {
		assertNull(BesideOthers.of(head(false)));
	}
}
