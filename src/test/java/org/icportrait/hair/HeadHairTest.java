package org.icportrait.hair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** What a head's hair says of itself where no head was fitted to tell it from. */
class HeadHairTest {

	@Test
	void withoutAFittedHeadNothingHangs() {
		final HeadHair hair = new HeadHair(null, 1, false, 0, null);
		assertEquals(0, hair.besideEar(true));
		assertEquals(0, hair.besideEar(false));
		assertFalse(hair.isLoose(3, 4));
		assertNull(hair.loose());
		assertEquals(1, hair.cell());
	}
}
