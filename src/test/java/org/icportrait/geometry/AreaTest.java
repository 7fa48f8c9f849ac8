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
}
