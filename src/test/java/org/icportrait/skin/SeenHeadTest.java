package org.icportrait.skin;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The left half of a frame shows a head, drawn out by so much. */
class SeenHeadTest {

	/** @param scalp how much hair grows everywhere @param nod how far it nods @param times by how much it is drawn out */
	private static float share(final float scalp, final float nod, final float times, final int column) {
		return SeenHead.of(InFrame.share(scalp), nod, InFrame.share(times), InFrame.condition(InFrame.flat(0.2f)), Progress.NONE).share().get(column, MIDDLE, 0);
	}

	@Test
	void whatIsNotDrawnOutIsThePhotographsOwn() {
		assertEquals(1, share(1, 0, 0.7f, MIDDLE / 2), 1e-3);
		assertEquals(1, share(1, 0, 1.3f, MIDDLE / 2), 1e-3);
	}

	@Test
	void whatATurnDrawsOutIsNot() {
		assertEquals(0, share(1, 1, 3, MIDDLE / 2), 1e-3);
		assertEquals(0, share(1, 1, Float.POSITIVE_INFINITY, MIDDLE / 2), 1e-3, "beside the end of what is seen");
		final float part = share(1, 0, 1.8f, MIDDLE / 2);
		assertTrue(part > 0.3f && part < 0.7f, "between them: " + part);
	}

	@Test
	void theTornEndOfWhatIsSeenIsNot() {
		assertTrue(share(1, 0, 1, MIDDLE - 1) < 0.7f);
	}

	@Test
	void skinBesideAFaceIsWhereItNods() {
		assertEquals(0, share(0, 0, 1, MIDDLE / 2), 1e-6, "turned aside");
		assertEquals(1, share(0, 1, 1, MIDDLE / 2), 1e-3);
	}
}
