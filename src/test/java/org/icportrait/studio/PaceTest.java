package org.icportrait.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How large pictures are while the mouse moves. */
class PaceTest {

	/** Lets pictures take as long as a machine of this speed needs for their size. */
	private static Pace on(final double secondsAt512, final int pictures) {
		final Pace pace = new Pace();
		for (int i = 0; i < pictures; i++) pace.took(secondsAt512 * Math.pow(pace.side() / 512.0, 2));
		return pace;
	}

	@Test
	void aFastMachineShowsLargePictures() {
		assertEquals(512, on(0.030, 100).side());
	}

	@Test
	void aSlowOneShowsSmallerOnesInTime() {
		final Pace pace = on(0.086, 100);
		assertTrue(pace.side() < 512 && pace.perSecond() >= 26, pace.side() + " px, " + pace.perSecond() + "/s");
	}

	@Test
	void itDoesNotGoBackAndForth() {
		for (double seconds = 0.02; seconds < 0.3; seconds += 0.003) assertEquals(on(seconds, 100).side(), on(seconds, 105).side(), "at " + seconds);
	}

	@Test
	void onePictureThatIsHeldUpDecidesNothing() {
		final Pace pace = on(0.030, 10);
		pace.took(1);
		assertEquals(512, pace.side());
	}

	@Test
	void itGrowsAgainWhereThereIsTimeToSpare() {
		final Pace pace = on(0.2, 100);
		final int small = pace.side();
		for (int i = 0; i < 100; i++) pace.took(0.02 * Math.pow(pace.side() / 512.0, 2));
		assertTrue(small < 512 && pace.side() == 512, small + " then " + pace.side());
	}
}
