package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.cell;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;

import org.icportrait.generate.Condition;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}. */
class NapeTest {

	/** Canonical height up to which the collar stands. */
	private static final float UP = COLLAR + 0.25f;

	private static float[] share() {
		return share(HeadSide.condition(COLLAR, 0));
	}

	private static float[] share(final Condition condition) {
		return Nape.of(condition, Garment.of(condition, SeenSkin.of(condition)), Progress.NONE).data();
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

	/** Skin was drawn over the shirt of a far shoulder, which stands higher than before the chest. */
	@Test
	void aCollarThatIsSeenToStandUpStays() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer maps = condition.maps().buffer();
		for (int i = 0; i < N; i++) {
			if (condition.y(i) > UP || condition.z(i) > 0) continue;
			maps.put(i, 1).put(N + i, 1);
			for (int c = 0; c < 3; c++) condition.start().buffer().put(c * N + i, Condition.signed(HeadSide.CLOTH[c]));
		}
		final int at = cell(UP - 0.1, -0.4);
		assertEquals(0, share(condition)[at], 0.02);
		assertEquals(1, share()[at], 0.02);
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
