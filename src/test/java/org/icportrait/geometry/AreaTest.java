package org.icportrait.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AreaTest {

	@Test
	void areasMeetAndJoin() {
		final Area a = new Area(-2, 3, 10, 5), b = new Area(4, 0, 10, 6);
		assertEquals(new Area(4, 3, 4, 3), a.intersect(b));
		assertEquals(new Area(-2, 0, 16, 8), a.union(b));
		assertTrue(a.intersect(new Area(20, 20, 2, 2)).isEmpty());
		assertEquals(a, a.union(new Area(50, 50, 0, 0)));
		assertEquals(new Area(-1, 0, 4, 2), Area.around(-0.5, 0.2, 2.1, 1.9));
		assertThrows(IllegalArgumentException.class, () -> new Area(0, 0, -1, 2));
	}

	@Test
	void anAreaHoldsWhatAMaskSets() {
		final boolean[] mask = new boolean[5 * 4];
		assertTrue(Area.of(mask, 5).isEmpty());
		mask[1 * 5 + 3] = mask[2 * 5 + 1] = true;
		assertEquals(new Area(1, 1, 3, 2), Area.of(mask, 5));
	}

	@Test
	void pixelsStandRowByRowAndBeyondItNowhere() {
		final Area area = new Area(3, -2, 4, 2);
		assertEquals(0, area.index(3, -2));
		assertEquals(7, area.index(6, -1));
		for (final int[] beyond : new int[][] { { 2, -2 }, { 7, -2 }, { 3, -3 }, { 3, 0 } }) assertEquals(-1, area.index(beyond[0], beyond[1]));
	}
}
