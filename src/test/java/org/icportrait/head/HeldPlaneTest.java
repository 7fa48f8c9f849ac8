package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

import org.junit.jupiter.api.Test;

class HeldPlaneTest {

	private static final int SIDE = 20;
	/** Pixels: the places lie over two of them. */
	private static final double DM = 10;

	/** @param depth dm, of columns and rows in dm */
	private static HeldPlane fit(final DoubleBinaryOperator depth, final int counted) {
		final double[] x = new double[SIDE * SIDE], y = new double[x.length], z = new double[x.length];
		final boolean[] some = new boolean[x.length];
		Arrays.fill(some, 0, counted, true);
		for (int i = 0; i < x.length; i++) {
			x[i] = 100 + i % SIDE;
			y[i] = 50 + i / SIDE;
			z[i] = depth.applyAsDouble(i % SIDE / DM, i / SIDE / DM);
		}
		return HeldPlane.fit(x, y, z, some, DM);
	}

	@Test
	void whatIsFlatIsGivenButALittleMoreUpright() {
		final HeldPlane plane = fit((x, y) -> 0.5 + 0.3 * x - 0.2 * y, SIDE * SIDE);
		assertEquals(0.3, plane.across(), 0.05);
		assertEquals(-0.2, plane.down(), 0.05);
		assertEquals(0.5 + 0.3 * 0.95 - 0.2 * 0.95, plane.depth(109.5, 59.5), 1e-6);
	}

	@Test
	void noneIsSteeperThanThingsAreHeld() {
		final HeldPlane plane = fit((x, y) -> 2 * x - 3 * y, SIDE * SIDE);
		assertEquals(0.6, plane.across(), 1e-9);
		assertEquals(-0.6, plane.down(), 1e-9);
	}

	/** A nose stands out of the face. */
	@Test
	void placesFarOffCountLess() {
		final DoubleBinaryOperator nose = (x, y) -> x < 0.6 && y < 0.6 ? 1 : 0;
		final HeldPlane plane = fit(nose, SIDE * SIDE);
		assertEquals(0, plane.depth(115, 65), 0.03);
	}

	@Test
	void whatDoesNotCountDoesNot() {
		assertEquals(0.4, fit((x, y) -> y < 1 ? 0.4 : 7, SIDE * SIDE / 2).depth(110, 69), 1e-9);
	}

	/** One row of places says nothing of the slope down, and one place nothing of either. */
	@Test
	void fewPlacesAreEnough() {
		assertEquals(0, fit((x, y) -> 0.4, SIDE).down(), 1e-9);
		assertEquals(0.4, fit((x, y) -> 0.4, 1).depth(0, 0), 1e-9);
	}
}
