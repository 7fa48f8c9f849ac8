package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TurnedBodyKindTest {

	/** Between vertices that are dressed and such that are not cloth ends: its pixels are neither. */
	@Test
	void whereClothEndsIsNeither() {
		assertEquals(Fragments.CLOTH, TurnedBody.kind(1.02f * TurnedBody.DRESSED));
		assertEquals(Fragments.BARE, TurnedBody.kind(0.98f * TurnedBody.UNDRESSED));
		assertEquals(Fragments.HEM, TurnedBody.kind((TurnedBody.DRESSED + TurnedBody.UNDRESSED) / 2));
	}
}
