package org.icportrait.strands;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.generate.MoreTrust;
import org.icportrait.image.Picture;
import org.icportrait.skin.InFrame;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The left half of a frame shows a place, drawn out by so much. */
class SeenCrownTest {

	/** @param scalp how much hair grows everywhere @param times by how much it is drawn out */
	private static float share(final float scalp, final float times, final int column) {
		return SeenCrown.of(InFrame.share(scalp), InFrame.share(times), InFrame.condition(InFrame.flat(0.2f)), Progress.NONE).share().get(column, MIDDLE, 0);
	}

	@Test
	void hairThatIsNotDrawnOutIsThePhotographsOwn() {
		assertEquals(1, share(1, 0.7f, MIDDLE / 2), 1e-3);
		assertEquals(1, share(1, 1.3f, MIDDLE / 2), 1e-3);
	}

	@Test
	void whatATurnDrawsOutIsNot() {
		assertEquals(0, share(1, 3, MIDDLE / 2), 1e-3);
		assertEquals(0, share(1, Float.POSITIVE_INFINITY, MIDDLE / 2), 1e-3, "beside the end of what is seen");
		final float part = share(1, 1.8f, MIDDLE / 2);
		assertTrue(part > 0.3f && part < 0.7f, "between them: " + part);
	}

	@Test
	void skinIsNotNorTheTornEndOfWhatIsSeen() {
		assertEquals(0, share(0, 1, MIDDLE / 2), 1e-6);
		assertTrue(share(1, 1, MIDDLE - 1) < 0.7f);
		assertSame(MoreTrust.NONE, SeenCrown.of(null, new Picture(SIDE, SIDE, 1), InFrame.condition(InFrame.flat(0)), Progress.NONE), "a bald head");
	}
}
