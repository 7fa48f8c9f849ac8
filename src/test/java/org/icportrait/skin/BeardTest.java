package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.SKIN;
import static org.icportrait.skin.HeadSide.cell;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Random;

import org.icportrait.generate.Condition;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}, of which the photograph shows what lies in front of the jaw's middle. */
class BeardTest {

	private static final float SEEN = 0.3f, TOP = -0.35f;

	/** @param uneven by how much pixels differ, as a share of the skin: all over, and on the jaw @param dark by how much the jaw is darker */
	private static Condition condition(final float uneven, final float onJaw, final float dark) {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer maps = condition.maps().buffer(), start = condition.start().buffer();
		final Random random = new Random(3);
		for (int i = 0; i < N; i++) {
			final float y = maps.get(Condition.Y * N + i), z = HeadSide.z(i % SIDE);
			if (z < SEEN) maps.put(i, 0).put(N + i, 0);
			final boolean jaw = y < TOP && y > COLLAR;
			final float by = (jaw ? 1 - dark : 1) * (1 + (jaw ? onJaw : uneven) * (2 * random.nextFloat() - 1));
			if (y > COLLAR) for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(by * SKIN[c]));
		}
		return condition;
	}

	private static SkinColours skin(final Condition condition) {
		return SkinColours.of(condition, Garment.of(condition, SeenSkin.of(condition)), Form.of(condition, Progress.NONE), Progress.NONE);
	}

	/** Half as bright as the skin. */
	@Test
	void stubbleGoesOnAlongTheJawAndEndsBelowTheCheekBeforeTheEarAndOnTheNeck() {
		final SkinColours skin = skin(condition(0.03f, 0.6f, 0.5f));
		assertNotNull(skin.beard());
		final float[] ratio = skin.beard().ratio().data(), colours = skin.colours().data();
		assertTrue(ratio[cell(-0.45, 0.22)] < 0.75f, "jaw " + ratio[cell(-0.45, 0.22)]);
		assertTrue(colours[cell(-0.45, 0.22)] < 0.85f * colours[cell(0.2, 0.22)], colours[cell(-0.45, 0.22)] + " below " + colours[cell(0.2, 0.22)]);
		for (final double[] bare : new double[][] { { 0.4, 0.22 }, { 0, 0.6 }, { -0.45, -0.1 }, { -1, 0.22 } }) assertEquals(1, ratio[cell(bare[0], bare[1])], 0.01, bare[0] + ", " + bare[1]);
	}

	/** However dark, it is as even as what it falls on; and skin may be uneven all over. */
	@Test
	void shadeBeneathAJawIsNoBeard() {
		assertNull(skin(condition(0.03f, 0.03f, 0.5f)).beard());
		assertNull(skin(condition(0.3f, 0.3f, 0.5f)).beard());
	}

	/** Pores, creases, blotches. */
	@Test
	void unevenSkinThatIsNotDarkerIsNoBeard() {
		assertNull(skin(condition(0.03f, 0.3f, 0)).beard());
	}

	@Test
	void itIsDensestWhereItIsDarkestAndSeenOnTheSideOfTheJawAlone() {
		final Condition condition = condition(0.03f, 0.6f, 0.5f);
		final Beard beard = skin(condition).beard();
		for (int i = 0; i < N; i++) {
			assertTrue(beard.share()[i] >= 0 && beard.share()[i] < 1.001f, "share " + beard.share()[i]);
			if (beard.seen()[i]) assertTrue(condition.maps().buffer().get(N + i) > 0 && condition.maps().buffer().get(Condition.Y * N + i) < 0, "at " + i);
		}
		assertTrue(beard.seen()[cell(-0.6, 0.5)]);
		assertTrue(beard.share()[cell(-0.45, 0.22)] > 0.6f && beard.share()[cell(0.3, 0.5)] == 0);
	}

	/** Hairs do not fade with the skin that is drawn; where none is there are none. */
	@Test
	void itsHairsAreWholeOnSkinThatIsDrawnInPart() {
		final Beard beard = skin(condition(0.03f, 0.6f, 0.5f)).beard();
		final int jaw = cell(-0.45, 0.22);
		assertEquals(beard.share()[jaw], new BareSkin(InFrame.share(0.5f), null, beard, null).bearded().data()[jaw]);
		assertEquals(0, new BareSkin(InFrame.share(0), null, beard, null).bearded().data()[jaw]);
	}
}
