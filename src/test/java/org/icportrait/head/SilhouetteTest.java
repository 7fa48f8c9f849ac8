package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.junit.jupiter.api.Test;

/** How far a place of the head lies within its outline. */
class SilhouetteTest {

	/** Two pixels apart across and three down; a dm is ten of them. */
	private static final float[] ACROSS = { 1, 3, 5, 7, 9 }, DOWN = { 2, 5, 8, 11 };
	private static final MeshGrid GRID = new MeshGrid(new Area(0, 0, 10, 12), 2, ACROSS, DOWN);
	private static final double SCALE = 10;

	private static boolean[] allInside() {
		final boolean[] inside = new boolean[ACROSS.length * DOWN.length];
		Arrays.fill(inside, true);
		return inside;
	}

	@Test
	void withinIsTheWayToTheNearestVertexOutside() {
		final boolean[] inside = allInside();
		inside[0] = false;
		final Silhouette silhouette = new Silhouette(inside, GRID, SCALE);
		assertEquals(0, silhouette.within(0));
		assertEquals(Math.hypot(2 * 2, 3) / SCALE, silhouette.within(ACROSS.length + 2), 1e-12);
		assertEquals(0, silhouette.nearest(ACROSS.length + 2));
	}

	@Test
	void whatHasNoOutlineIsInfinitelyFarWithin() {
		final Silhouette silhouette = new Silhouette(allInside(), GRID, SCALE);
		assertEquals(Double.POSITIVE_INFINITY, silhouette.within(7));
		assertEquals(-1, silhouette.nearest(7));
		assertEquals(-1, silhouette.above(7));
	}
}
