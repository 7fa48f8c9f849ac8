package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.CLOTH;
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

import org.icportrait.generate.Condition;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}. */
class CollarTest {

	private static final int BELOW = cell(-1.4, -0.1), ABOVE = cell(-0.8, -0.2);
	private static final float[] BLUE = { 0.1f, 0.4f, 0.5f };

	private static Collar collar(final Condition condition) {
		return Collar.of(condition, Garment.of(condition, SeenSkin.of(condition)), false, Progress.NONE);
	}

	@Test
	void besideClothItIsClothBelowTheCollarAndSkinAbove() {
		final Collar collar = collar(HeadSide.condition(COLLAR, 0));
		assertEquals(1, collar.share().data()[BELOW], 0.02);
		assertEquals(0, collar.share().data()[ABOVE], 0.02);
		for (int c = 0; c < 3; c++) assertEquals(CLOTH[c], collar.colours().data()[c * N + BELOW], 0.02f);
	}

	/** A collar, and no fog: from skin to cloth it takes few pixels. */
	@Test
	void itsBorderIsSharp() {
		final float[] share = collar(HeadSide.condition(COLLAR, 0)).share().data();
		int between = 0;
		for (int row = cell(-0.7, 0) / SIDE; row < SIDE; row++) {
			final float one = share[row * SIDE + cell(0, -0.1) % SIDE];
			if (one > 0.05f && one < 0.95f) between++;
		}
		assertTrue(between > 0 && between <= 4, between + " pixels");
	}

	/** As beside the strap of a wide neckline: some cloth is seen, but far from there; and skin in full light is skin. */
	@Test
	void besideBareShouldersItIsSkin() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			if (i / SIDE < cell(COLLAR, 0) / SIDE || i % SIDE > cell(0, 0.5) % SIDE) continue;
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(1.9f * SKIN[c]));
		}
		final Collar collar = collar(condition);
		assertNotNull(collar);
		assertEquals(0, collar.share().data()[BELOW], 0.02);
	}

	/** A lamp behind her makes a spot of that shoulder as white as the shirt. */
	@Test
	void aWhiteSpotOfABareShoulderIsNoCloth() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			final int row = i / SIDE, column = i % SIDE;
			if (row < cell(COLLAR, 0) / SIDE || column > cell(0, 0.6) % SIDE) continue;
			final boolean spot = Math.abs(row - BELOW / SIDE) < 4 && column < cell(0, 0.2) % SIDE;
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(spot ? CLOTH[c] : SKIN[c]));
		}
		final Collar collar = collar(condition);
		assertNotNull(collar);
		assertEquals(0, collar.share().data()[BELOW], 0.02);
		for (int c = 0; c < 3; c++) assertEquals(CLOTH[c], collar.colours().data()[c * N + BELOW], 0.02f);
	}

	/** Just beside a spot that is small beside the shirt: it is none of clothes, but where something closes the body it is what is seen of that one's. */
	@Test
	void aSmallPartIsClothWhereABodyIsClosedAlone() {
		assertEquals(0, besideASpot(CLOTH, false), 0.02);
		assertEquals(1, besideASpot(CLOTH, true), 0.1);
	}

	/** As of a shoulder behind a collar's edge: no lamp makes skin blue. */
	@Test
	void aSmallPartOfAColourThatNoSkinHasIsCloth() {
		assertEquals(1, besideASpot(BLUE, false), 0.1);
	}

	/** How much is cloth just beside a spot of it, where else skin is seen. */
	private static float besideASpot(final float[] spot, final boolean bodied) {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer start = condition.start().buffer();
		final int row = cell(-1.35, 0) / SIDE, edge = SIDE / 2;
		for (int i = 0; i < N; i++) {
			final int column = i % SIDE;
			if (i / SIDE < cell(COLLAR, 0) / SIDE || column > cell(0, 0.6) % SIDE) continue;
			final boolean inside = i / SIDE >= row - 3 && i / SIDE < row + 3 && column < edge + 6;
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(inside ? spot[c] : SKIN[c]));
		}
		return Collar.of(condition, Garment.of(condition, new SeenSkin(new boolean[N], SKIN, SKIN, COLLAR, 1)), bodied, Progress.NONE).share().data()[row * SIDE + edge - 1];
	}

	/** As far from skin as from cloth: a neck goes on down to where it is hidden. */
	@Test
	void farBesideBothItIsSkin() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final int far = cell(-1.2, -0.6);
		assertEquals(0, collar(condition).share().data()[far], 0.02);
		assertEquals(1, Collar.of(condition, Garment.of(condition, SeenSkin.of(condition)), true, Progress.NONE).share().data()[far], 0.02, "beside what closes a body");
	}

	/** A gap that a shade makes dark. */
	@Test
	void aDarkSpotOfTheClothTintsNothing() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			if (Math.abs(i / SIDE - BELOW / SIDE) > 3 || i % SIDE > cell(0, 0.25) % SIDE) continue;
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(0.01f));
		}
		for (int c = 0; c < 3; c++) assertEquals(CLOTH[c], collar(condition).colours().data()[c * N + BELOW], 0.1f);
	}

	@Test
	void whereNoClothesAreSeenThereAreNone() {
		assertNull(collar(HeadSide.condition(-3, 0)));
	}

	/** Locks are no cloth. */
	@Test
	void whatHangsAboveTheCollarIsNone() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			if (i / SIDE >= cell(COLLAR + 0.15, 0) / SIDE || i / SIDE < cell(COLLAR + 0.4, 0) / SIDE || HeadSide.z(i % SIDE) > 0.3f) continue;
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(0.02f));
		}
		final float[] colours = Collar.of(condition, Garment.of(condition, new SeenSkin(new boolean[N], SKIN, SKIN, COLLAR, 1)), false, Progress.NONE).colours().data();
		assertEquals(CLOTH[0], colours[cell(COLLAR, -0.1)], 0.03f);
	}

	@Test
	void itIsLaidOverSkin() {
		final Picture skin = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < 3 * N; i++) skin.data()[i] = SKIN[i / N];
		collar(HeadSide.condition(COLLAR, 0)).over(skin, 1);
		for (int c = 0; c < 3; c++) {
			assertEquals(CLOTH[c], skin.data()[c * N + BELOW], 0.03f);
			assertEquals(SKIN[c], skin.data()[c * N + ABOVE], 0.02f);
		}
	}
}
