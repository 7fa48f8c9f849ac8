package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How far hair stands out is what most of the silhouette says, above a head and around it. */
class HairTest {

	@Test
	void theMiddleOneCountsAboveAndBeside() {
		final Hair hair = Hair.of(new float[] { 0.5f, 0.25f, 9 }, new float[] { 0, 0.125f, 0.125f, 9, 0 });
		assertEquals(new Hair(0.5, 0.125), hair);
		assertEquals(0.5, hair.towards(1));
		assertEquals(0.125, hair.towards(0));
		assertEquals(0.125, hair.towards(-1));
	}

	@Test
	void whatIsNotSeenAboveIsAsBesideAndWithoutBothThereIsNone() {
		assertEquals(new Hair(0.25, 0.25), Hair.of(new float[0], new float[] { 0.25f }));
		assertEquals(Hair.NONE, Hair.of(new float[0], new float[0]));
	}
}
