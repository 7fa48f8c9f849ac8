package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class NeckTest {

	private final Random random = new Random(2);

	private float place(final float most) {
		return most * (2 * random.nextFloat() - 1);
	}

	@Test
	void whatIsAboveTheJawMovesWithTheHeadWhereverItLies() {
		int above = 0;
		for (int k = 0; k < 10_000; k++) {
			final float y = place(2);
			if (!Neck.isAbove(y)) continue;
			above++;
			assertEquals(1, Neck.ofHead(y));
			assertEquals(1, Neck.ofHead(place(3), y, place(3)));
		}
		assertTrue(above > 1000);
	}

	/** Half a neck's width away, behind it, and both: a shoulder is the lower the farther out it lies, whichever way, until that is far enough. */
	@Test
	void shouldersCountAsLowerByHowFarOutTheyLie() {
		final float y = -1.25f;
		assertEquals(Neck.ofHead(y), Neck.ofHead(0.5f, y, 0.2f));
		assertEquals(Neck.ofHead(y - 0.2f), Neck.ofHead(-0.85f, y, 0), 1e-6);
		assertEquals(Neck.ofHead(y - 0.2f), Neck.ofHead(0, y, -0.95f), 1e-6);
		assertEquals(Neck.ofHead(y - 0.25f), Neck.ofHead(0.8f, y, -0.95f), 1e-6);
		assertEquals(0, Neck.ofHead(2, y, 0));
	}
}
