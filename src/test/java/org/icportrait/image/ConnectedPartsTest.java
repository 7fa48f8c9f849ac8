package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Parts of a mask are taken whole, corners included, and once; the mask that was given stays. */
class ConnectedPartsTest {

	@Test
	void eachPartIsTakenWholeAndOnce() {
		final String rows = "#..#" + ".#.." + "...#" + "#..#";
		final boolean[] mask = new boolean[16];
		for (int i = 0; i < 16; i++) mask[i] = rows.charAt(i) == '#';
		final ConnectedParts parts = new ConnectedParts(mask, 4);
		assertEquals(2, parts.take(0));
		assertTrue(IntStream.range(0, 2).map(parts::pixel).anyMatch(i -> i == 5));
		assertEquals(0, parts.take(5));
		assertEquals(0, parts.take(1));
		assertEquals(1, parts.take(3));
		assertEquals(2, parts.take(15));
		assertEquals(1, parts.take(12));
		assertTrue(mask[0] && mask[15]);
	}
}
