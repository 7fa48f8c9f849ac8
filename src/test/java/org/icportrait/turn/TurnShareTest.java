package org.icportrait.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;

import org.icportrait.bridge.StopWatch;
import org.icportrait.geometry.Pose;
import org.icportrait.head.Neck;
import org.icportrait.head.PreparedHead;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A head turns on a neck, between shoulders that stay; where everything turns nothing stays. */
class TurnShareTest {

	private static final int SIDE = 200;
	private static final AnalyticHead HEAD = AnalyticHead.of(SIDE, 60, new Pose(20, 0, 0), (x, y, z, c) -> 0.6);
	private static final PreparedHead PREPARED = PreparedHead.of(HEAD.picture((x, y, z, c) -> 1, 2), HEAD.surface(), Progress.NONE);

	private static float share(final Turn turn, final float... place) {
		return new TurnShare(PREPARED, turn, true, Progress.NONE).at(SIDE / 2.0, SIDE / 2.0, place, 0);
	}

	@Test
	void shouldersStayThoughTheyReachUpBesideTheNeck() {
		assertTrue(share(Turn.HEAD, 0, -1.3f, 0) > 0.4f, "the neck twists");
		assertTrue(share(Turn.HEAD, 1.2f, -1.3f, 0) < 0.05f, "beside it is a shoulder");
		assertTrue(share(Turn.HEAD, -1.2f, -1.3f, 0) < 0.05f, "on either side");
		assertTrue(share(Turn.HEAD, 0.3f, -1.3f, -1.3f) < 0.05f, "and behind it the back");
		assertEquals(1, share(Turn.BUST, 1.2f, -1.3f, 0));
	}

	@Test
	void theHeadTurnsWholly() {
		assertEquals(1, share(Turn.HEAD, 0, -0.85f, 0.8f), 1e-6f, "its chin");
		assertEquals(1, share(Turn.HEAD, 0.9f, -0.4f, -0.2f), 1e-6f, "its ears");
		assertEquals(1, share(Turn.HEAD, 1.1f, -0.85f, -0.2f), 1e-6f, "hair beside it");
		assertEquals(share(Turn.HEAD, 0, -1.2f, -0.2f), share(Turn.HEAD, 0, -1.2f, 0.6f), 1e-6f, "a neck is round");
	}

	@Test
	void collarsAreMirroredOnlyWhereTheyTurn() {
		final TurnShare head = new TurnShare(PREPARED, Turn.HEAD, true, Progress.NONE), bust = new TurnShare(PREPARED, Turn.BUST, true, Progress.NONE);
		assertEquals(0, head.symmetric(-1));
		assertEquals(1, head.symmetric(-0.6f));
		assertEquals(1, bust.symmetric(-1));
	}

	@Test
	void whatBendsBeginFromIsMadeOnce() {
		final TurnShare share = new TurnShare(PREPARED, Turn.HEAD, true, Progress.NONE);
		assertThrows(CancellationException.class, () -> share.bendStart(StopWatch.STOPPED));
		assertSame(share.bendStart(Progress.NONE), share.bendStart(StopWatch.STOPPED));
		assertNotSame(share.bendStart(Progress.NONE), new TurnShare(PREPARED, Turn.HEAD, true, Progress.NONE).bendStart(Progress.NONE), "it goes with its owner");
	}

	@Test
	void whatIsHeldGoesByItsHeightAlone() {
		assertEquals(Neck.ofHead(-1.3f), Neck.ofHead(0, -1.3f, 0), 1e-6f);
		assertTrue(Neck.ofHead(-1.3f) > Neck.ofHead(1.2f, -1.3f, 0) + 0.3f);
	}
}
