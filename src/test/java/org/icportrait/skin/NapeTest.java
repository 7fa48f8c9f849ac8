package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.cell;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.generate.Condition;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}. */
class NapeTest {

	private static float[] share() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		return Nape.of(condition, SeenSkin.of(condition).collar(), Progress.NONE).data();
	}

	private static float bare(final float collar, final float farther) {
		return Nape.bare(SeenSkin.of(HeadSide.condition(collar, farther)));
	}

	@Test
	void unseenNeckIsDrawnFromTheHairLineDownAndWhatIsSeenOfClothesStays() {
		final float[] share = share();
		assertEquals(1, share[cell(-0.8, -0.4)], 0.02);
		assertEquals(1, share[cell(-0.4, -0.2)], 0.02);
		assertEquals(0, share[cell(0.1, -0.7)], 0.02, "hair");
		assertEquals(1, share[cell(-1.35, -0.4)], 0.02, "shirt that no photograph shows");
		assertEquals(0, share[cell(-1.35, 0.2)], 0.02, "shirt that one shows");
		assertEquals(0, share[cell(-0.2, 0.7)], 0.02, "face");
	}

	/** Between cheek and neck it was left to the network, which painted a fog there: no jaw had an edge. */
	@Test
	void itGoesOnBeneathTheJawAsFarAsThereIsOne() {
		final float[] share = share();
		assertEquals(1, share[cell(-0.85, 0.5)], 0.02);
		assertEquals(1, share[cell(-0.95, 0.75)], 0.02);
		assertEquals(0, share[cell(-0.5, 0.75)], 0.02, "a mouth's corner");
	}

	/** From the hair line to skin it takes several pixels. */
	@Test
	void theHairLineIsSoft() {
		final float[] share = share();
		int between = 0;
		for (int row = 0; row < cell(-0.8, -0.4) / SIDE; row++) {
			final float one = share[row * SIDE + cell(0, -0.4) % SIDE];
			if (one > 0.05f && one < 0.95f) between++;
		}
		assertTrue(between >= 3, between + " pixels");
	}

	@Test
	void underAHighCollarAndUnderLongHairThereIsNone() {
		assertEquals(1, bare(COLLAR, 0));
		assertEquals(0, bare(-0.5f, 0));
		assertEquals(0, bare(COLLAR, 0.3f));
	}
}
