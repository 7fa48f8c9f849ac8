package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}. */
class FaceSideTest {

	@Test
	void itReachesFromTheCheekToTheEarAndFromTheHairlineToTheJaw() {
		final float[] share = FaceSide.of(HeadSide.condition(COLLAR, 0), Progress.NONE).data();
		assertEquals(1, share[cell(0, 0.1)], 0.02, "before the ear");
		assertEquals(1, share[cell(-0.2, 0.05)], 0.15, "jaw");
		assertEquals(0, share[cell(0.55, 0)], 0.02, "hair");
		assertEquals(0, share[cell(-0.2, -0.5)], 0.02, "behind the ear");
		assertEquals(0, share[cell(-1.1, 0.1)], 0.02, "neck");
	}

	@Test
	void sideburnsGrowBeforeTheEarAndNotOnTheTemple() {
		final float[] share = FaceSide.of(HeadSide.condition(COLLAR, 0), Progress.NONE).data();
		assertEquals(0, share[cell(0.4, 0.15)], 0.1, "sideburn");
		assertEquals(1, share[cell(0.35, 0.5)], 0.1, "temple");
	}
}
