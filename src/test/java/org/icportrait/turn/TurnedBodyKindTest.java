package org.icportrait.turn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.head.Closure;
import org.icportrait.raster.Fragments;
import org.junit.jupiter.api.Test;

class TurnedBodyKindTest {

	/** Between vertices that are dressed and such that are not cloth ends: its pixels are neither. */
	@Test
	void whereClothEndsIsNeither() {
		assertEquals(Fragments.CLOTH, TurnedBody.kind(1.02f * TurnedBody.DRESSED));
		assertEquals(Fragments.BARE, TurnedBody.kind(0.98f * TurnedBody.UNDRESSED));
		assertEquals(Fragments.HEM, TurnedBody.kind((TurnedBody.DRESSED + TurnedBody.UNDRESSED) / 2));
	}

	/** Two necks one in the other would show through each other. */
	@Test
	void belowTheNeckItStandsForWhatClosesTheHead() {
		final float[] canonical = { 0, -1.2f, 0, 1, -1.2f, 0, 0, -1, 0, 0, -1.4f, 0 };
		final Closure closure = new Closure(canonical, canonical, new float[4], new float[4], new int[] { 0, 1, 2, 0, 1, 3 });
		assertArrayEquals(new int[] { 0, 1, 2 }, TurnedBody.closingAbove(closure));
	}
}
