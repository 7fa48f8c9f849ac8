package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.SKIN;
import static org.icportrait.skin.HeadSide.cell;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.generate.Condition;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}. */
class BareSkinTest {

	private static final int CHEEK = cell(0, 0.1), NECK = cell(-0.8, -0.3), HAIR = cell(0.4, -0.6);

	private static BareSkin skin(final Condition condition, final float strength) {
		final Ears none = new Ears(InFrame.share(0), InFrame.share(0), null);
		return BareSkin.of(condition, SeenSkin.of(condition), none, strength, null, Form.of(condition, Progress.NONE), false, Progress.NONE);
	}

	private static Picture over(final BareSkin skin, final float[] made) {
		return skin.over(InFrame.grey(made), HeadSide.condition(COLLAR, 0).frame(), Progress.NONE);
	}

	@Test
	void whatWasGeneratedGivesWayToSkinAndHairStays() {
		final float[] with = over(skin(HeadSide.condition(COLLAR, 0), 1), InFrame.flat(0.3f)).data();
		for (final int i : new int[] { CHEEK, NECK }) for (int c = 0; c < 3; c++) assertEquals(SKIN[c], with[c * N + i], 0.05f * SKIN[c]);
		assertEquals(InFrame.grey(InFrame.flat(0.3f)).data()[HAIR], with[HAIR], 0.002f);
	}

	@Test
	void whatWasGeneratedIsNotWrittenOver() {
		final Picture made = InFrame.grey(InFrame.flat(0.3f)), before = made.copy();
		skin(HeadSide.condition(COLLAR, 0), 1).over(made, HeadSide.condition(COLLAR, 0).frame(), Progress.NONE);
		assertArrayEquals(before.data(), made.data());
	}

	@Test
	void underLongHairTheNeckStaysAndTheCheekIsSkinAllTheSame() {
		final BareSkin skin = skin(HeadSide.condition(COLLAR, 0.3f), 1);
		assertEquals(0, skin.share().data()[NECK], 0.02);
		assertEquals(1, skin.share().data()[CHEEK], 0.02);
	}

	/** Where the neck is drawn its end is cloth; beside long hair nothing is. */
	@Test
	void clothIsLaidWhereTheNeckIsDrawn() {
		final int below = cell(-1.4, -0.1);
		for (int c = 0; c < 3; c++) {
			assertEquals(HeadSide.CLOTH[c], skin(HeadSide.condition(COLLAR, 0), 1).colours().data()[c * N + below], 0.03f);
			assertEquals(SKIN[c], skin(HeadSide.condition(COLLAR, 0.3f), 1).colours().data()[c * N + below], 0.05f);
		}
	}

	@Test
	void asFarAsEarsAreDrawn() {
		assertEquals(0.5f, skin(HeadSide.condition(COLLAR, 0), 0.5f).share().data()[CHEEK], 0.02);
	}

	/** Where no photograph shows skin, what was generated is smoothed. */
	@Test
	void withoutSeenSkinItIsAsWhatWasGeneratedAround() {
		final Condition unseen = HeadSide.condition(COLLAR, 0);
		for (int i = 0; i < 2 * N; i++) unseen.maps().buffer().put(i, 0);
		final BareSkin skin = BareSkin.of(unseen, SeenSkin.of(unseen), new Ears(InFrame.share(1), InFrame.share(1), null), 1, null, Form.of(unseen, Progress.NONE), false, Progress.NONE);
		final float[] stripes = new float[N];
		for (int i = 0; i < N; i++) stripes[i] = i % SIDE % 2 == 0 ? 0.4f : 0.6f;
		final float[] with = over(skin, stripes).data();
		assertTrue(Math.abs(with[NECK] - with[NECK + 1]) < 0.03f, with[NECK] + " and " + with[NECK + 1]);
	}

	@Test
	void moreOfItIsDrawnAsFarAsItIsWanted() {
		final BareSkin skin = new BareSkin(InFrame.share(0.2f), InFrame.share(0), null, null), bare = new BareSkin(InFrame.share(0.2f), null, null, null);
		assertEquals(0.4f, skin.with(InFrame.share(0.8f), 0.5f).share().data()[NECK], 1e-6f);
		assertEquals(0.2f, skin.with(InFrame.share(0.2f), 0.5f).share().data()[NECK], 1e-6f);
		assertSame(skin, skin.with(null, 1));
		assertSame(bare, bare.with(InFrame.share(1), 1));
	}

	/** A throat that comes into view beside loose hair, as that of a head that looked down, is drawn as well as the cheek there. */
	@Test
	void ofTwoPartsEachIsDrawn() {
		final BareSkin cheek = new BareSkin(InFrame.share(0), null, null, null), throat = new BareSkin(InFrame.share(0.2f), null, null, null);
		cheek.share().data()[CHEEK] = 0.7f;
		final BareSkin both = BareSkin.either(cheek, throat);
		assertEquals(0.7f, both.share().data()[CHEEK]);
		assertEquals(0.2f, both.share().data()[NECK]);
		assertEquals(0, cheek.share().data()[NECK], "neither is changed");
		assertSame(throat, BareSkin.either(null, throat));
		assertSame(cheek, BareSkin.either(cheek, null));
	}
}
