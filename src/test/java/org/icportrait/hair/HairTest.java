package org.icportrait.hair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How thick hair lies is what most of the silhouette says at a height, and a knot in the middle is not laid around the head. */
class HairTest {

	/** Samples on both sides of a head seen from the front or the side, one a degree, as thick as {@code out} says. */
	private static Hair seen(final double back, final java.util.function.IntToDoubleFunction out) {
		final float[] up = new float[300], backs = new float[300], far = new float[300];
		for (int i = 0; i < 300; i++) {
			final double angle = Math.toRadians(i / 2);
			up[i] = (float) Math.cos(angle);
			backs[i] = (float) ((i % 2 == 0 ? 1 : -1) * back * Math.sin(angle));
			far[i] = (float) out.applyAsDouble(i);
		}
		return Hair.of(up, backs, far);
	}

	@Test
	void itIsAsThickBehindAsBesideAtTheSameHeight() {
		final Hair hair = seen(0, i -> i / 2 < 70 ? 0.5 : 0.3);
		assertEquals(0.5, hair.towards(Math.cos(Math.toRadians(50)), 0.7), 1e-6);
		assertEquals(0.3, hair.towards(0, 1), 1e-6);
	}

	@Test
	void singleStrandsDoNotCount() {
		assertEquals(0.3, seen(0, i -> i % 5 == 0 ? 0.7 : 0.3).towards(0, 0), 1e-6);
	}

	@Test
	void whatHangsOnOneSideOfTheNeckDoesNotGoRoundIt() {
		assertEquals(0, seen(0, i -> i / 2 > 100 && i % 2 == 0 ? 0.3 : 0).towards(Math.cos(Math.toRadians(130)), 1), 1e-6);
		assertEquals(0.3, seen(0, i -> i / 2 > 100 ? 0.3 : 0).towards(Math.cos(Math.toRadians(130)), 1), 1e-6);
	}

	@Test
	void aKnotOnTopIsNotLaidAroundTheHead() {
		assertEquals(0.3, seen(0, i -> i / 2 < 25 ? 0.6 : 0.3).towards(1, 0), 1e-6);
	}

	@Test
	void someHairIsThickerBehindThanBesideAndNoneStaysNone() {
		assertEquals(0.15, seen(0, i -> 0.1).towards(0, 1), 1e-6);
		assertEquals(0.1, seen(0, i -> 0.1).towards(0, 0), 1e-6);
		assertEquals(0, seen(0, i -> 0).towards(0, 1), 1e-6);
	}

	@Test
	void whatAProfileShowsBehindCountsAlone() {
		final Hair profile = seen(1, i -> i % 2 == 0 ? 0.2 : 0);
		assertEquals(0.2, profile.towards(0, 1), 1e-6);
	}

	@Test
	void whereNothingIsSeenThereIsNone() {
		final Hair none = Hair.of(new float[0], new float[0], new float[0]);
		assertTrue(none.towards(1, 0) == 0 && none.towards(0, 1) == 0);
	}
}
