package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;

/** Parts of a mask are taken whole, corners included, and once; the mask that was given stays. */
class ConnectedPartsTest {

	private static final int[] NONE = {};

	private final boolean[] mask = new boolean[16];
	private final ConnectedParts parts;

	ConnectedPartsTest() {
		final String rows = "#..#" + ".#.." + "...#" + "#..#";
		for (int i = 0; i < 16; i++) mask[i] = rows.charAt(i) == '#';
		parts = new ConnectedParts(mask, 4);
	}

	@Test
	void eachPartIsTakenWholeAndOnce() {
		assertArrayEquals(new int[] { 0, 5 }, sorted(parts.take(0)));
		assertArrayEquals(NONE, parts.take(5));
		assertArrayEquals(NONE, parts.take(1));
		assertArrayEquals(new int[] { 3 }, parts.take(3));
		assertArrayEquals(new int[] { 11, 15 }, sorted(parts.take(15)));
		assertArrayEquals(new int[] { 12 }, parts.take(12));
		assertTrue(mask[0] && mask[15]);
	}

	@Test
	void goingThroughThemGivesWhatIsLeft() {
		parts.take(5);
		final Iterator<int[]> left = parts.iterator();
		assertArrayEquals(new int[] { 3 }, left.next());
		assertArrayEquals(new int[] { 11, 15 }, sorted(left.next()));
		assertArrayEquals(new int[] { 12 }, left.next());
		assertThrows(NoSuchElementException.class, left::next);
	}

	private static int[] sorted(final int... part) {
		Arrays.sort(part);
		return part;
	}
}
