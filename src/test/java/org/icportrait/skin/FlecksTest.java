package org.icportrait.skin;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.generate.Condition;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The photograph shows the left half, and a few pixels amid the right one. */
class FlecksTest {

	private static final int FLECK = 32 * SIDE + MIDDLE + 20;

	private static Flecks.Own without(final float skin) {
		final Condition condition = InFrame.condition(InFrame.flat(0.5f));
		for (int row = -1; row <= 1; row++) for (int channel = 0; channel < 2; channel++) condition.maps().buffer().put(channel * SIDE * SIDE + FLECK + row * SIDE, 1);
		return Flecks.without(InFrame.share(0.8f), InFrame.share(skin), null, condition, condition, Progress.NONE);
	}

	/** The left half is seen askance. */
	private static Flecks.Own askance(final float skin) {
		return askance(skin, 0.4f);
	}

	private static Flecks.Own askance(final float skin, final float trust) {
		final Condition condition = InFrame.condition(InFrame.flat(0.5f));
		for (int i = 0; i < SIDE * SIDE; i++) if (InFrame.isShown(i)) condition.maps().buffer().put(i, trust);
		return Flecks.without(InFrame.share(0.8f), InFrame.share(skin), null, condition, condition, Progress.NONE);
	}

	@Test
	void amidDrawnSkinTheyGiveWayAndWhatIsBroadStays() {
		final Picture own = without(1).whole();
		assertEquals(0, own.data()[FLECK], 1e-6);
		for (int column = 2; column < MIDDLE - 4; column++) assertEquals(0.8f, own.get(column, 32, 0), 1e-6, "column " + column);
	}

	@Test
	void amidDrawnSkinThePhotographFadesTowardItsEnd() {
		final Picture own = without(1).whole();
		int between = 0;
		for (int column = 0; column < SIDE; column++) if (own.get(column, 32, 0) > 0.05f && own.get(column, 32, 0) < 0.75f) between++;
		assertTrue(between >= 2, between + " pixels");
		assertTrue(own.get(MIDDLE - 1, 32, 0) < 0.3f, "at its end " + own.get(MIDDLE - 1, 32, 0));
	}

	/** What is seen askance is darker and greyer than skin is. */
	@Test
	void whatItShowsAskanceGivesWayToDrawnSkin() {
		assertEquals(0, askance(1).whole().get(10, 32, 0), 1e-3);
		assertEquals(0.8f, askance(0).whole().get(10, 32, 0), 1e-6);
	}

	/** Of a bar of the photograph skin is drawn over all but its end, as over an ear beside the fitted one: the end would be a worm amid hair. */
	@Test
	void whatIsLeftBesideDrawnSkinGivesWayToo() {
		final Condition condition = InFrame.condition(InFrame.flat(0.5f));
		final Picture skin = InFrame.share(0);
		for (int column = MIDDLE + 10; column < MIDDLE + 24; column++) for (int row = 30; row < 34; row++) {
			final int i = row * SIDE + column;
			for (int channel = 0; channel < 2; channel++) condition.maps().buffer().put(channel * SIDE * SIDE + i, 1);
			skin.data()[i] = Math.max(0, Math.min(1, (MIDDLE + 18 - column) / 4f));
		}
		final Picture own = Flecks.without(InFrame.share(0.8f), skin, null, condition, condition, Progress.NONE).whole();
		assertEquals(0, own.get(MIDDLE + 22, 32, 0), 1e-6, "its end");
		assertEquals(0.8f, own.get(10, 32, 0), 1e-6, "the photograph");
	}

	/** Hair that hangs is narrow, and skin is drawn beside it. */
	@Test
	void whatIsHairThatHangsIsNoFleck() {
		final Condition condition = InFrame.condition(InFrame.flat(0.5f));
		for (int channel = 0; channel < 2; channel++) condition.maps().buffer().put(channel * SIDE * SIDE + FLECK, 1);
		final Picture skin = InFrame.share(1);
		skin.data()[FLECK] = 0;
		final boolean[] hair = new boolean[SIDE * SIDE];
		hair[FLECK] = true;
		assertEquals(0.8f, Flecks.without(InFrame.share(0.8f), skin, hair, condition, condition, Progress.NONE).whole().data()[FLECK], 1e-6);
		assertEquals(0, Flecks.without(InFrame.share(0.8f), skin, null, condition, condition, Progress.NONE).whole().data()[FLECK], 1e-6);
	}

	@Test
	void elsewhereTheyStay() {
		assertEquals(0.8f, without(0).whole().data()[FLECK], 1e-6);
	}

	/** Of what is seen nearly straight moles and pores stay, of what is seen askance, drawn out, and of a fleck nothing does. */
	@Test
	void whereItGivesWayItsDetailStaysUnlessThatIsDrawnOut() {
		final Flecks.Own nearly = askance(1, 0.8f);
		final float whole = nearly.whole().get(10, 32, 0), detail = nearly.detail().get(10, 32, 0);
		assertTrue(detail > 0.1f && whole + detail > 0.7f, whole + " and detail " + detail);
		assertTrue(askance(1, 0.5f).detail().get(10, 32, 0) > 0.4f, "a mole");
		assertEquals(0, askance(1, 0.2f).detail().get(10, 32, 0), 0.01f);
		assertEquals(0, askance(0, 0.8f).detail().get(10, 32, 0), 1e-6);
		assertEquals(0, without(1).detail().data()[FLECK], 1e-6);
	}

	/** As hair or a wall beside a jaw: trusted for want of better. */
	@Test
	void whatGeometryAloneShowsAskanceHasNoDetail() {
		final Condition trusting = InFrame.condition(InFrame.flat(0.5f)), shown = InFrame.condition(InFrame.flat(0.5f));
		for (int i = 0; i < SIDE * SIDE; i++) {
			if (!InFrame.isShown(i)) continue;
			trusting.maps().buffer().put(i, 0.5f);
			shown.maps().buffer().put(i, 0.1f);
		}
		assertEquals(0, Flecks.without(InFrame.share(0.8f), InFrame.share(1), null, trusting, shown, Progress.NONE).detail().get(10, 32, 0), 0.01f);
	}
}
