package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A person laid over what stands behind, mixed once, by alpha. */
class CompositionTest {

	private static final int SIDE = ViewTest.SIDE, ALL = SIDE * SIDE;
	private static final AnalyticHead FRONTAL = ViewTest.FRONTAL;
	private static final Picture PICTURE = ViewTest.photograph(FRONTAL);
	private static final Turned TURNED = Turned.of(FRONTAL, PICTURE, new Pose(30, 0, 0)), SAME = Turned.of(FRONTAL, PICTURE, Pose.FRONTAL);

	/** The person's colour times a factor, as light would do. */
	private static Picture lit(final Turned turned, final float factor) {
		final Picture person = turned.person().copy();
		for (int i = 0; i < person.data().length; i++) person.data()[i] *= factor;
		return person;
	}

	private static Picture over(final Turned turned, final Picture person, final Background background) {
		return Composition.over(turned.photograph(), turned.parted(), turned.view(), person, background, Progress.NONE);
	}

	@Test
	void nothingChangedIsThePhotographBitByBit() {
		assertTrue(SAME.view().isUnchanged());
		assertArrayEquals(PICTURE.data(), SAME.picture().data());
	}

	@Test
	void anUnchangedViewGetsThePersonsShareOfWhatTheLightChanged() {
		final Picture out = over(SAME, lit(SAME, 0.25f), Background.KEEP), share = SAME.whole(SAME.parted().share(), 0), person = SAME.whole(SAME.person(), 0);
		int soft = 0;
		for (int i = 0; i < ALL; i++) {
			final float a = share.data()[i];
			if (a > 0.1f && a < 0.9f) soft++;
			for (int at = i; at < 3 * ALL; at += ALL) {
				final float shown = PICTURE.data()[at];
				// No pixel changes more than its person does, nor less than the parted one tells.
				final float told = Math.max(0.25f * shown, shown - 0.75f * a * person.data()[at]);
				assertTrue(out.data()[at] >= 0.25f * shown - 1e-5 && out.data()[at] <= told + 1e-5, out.data()[at] + " of " + shown);
				if (a < 0.5f) assertEquals(told, out.data()[at], 1e-5);
			}
		}
		assertTrue(soft > 100, "soft pixels " + soft);
	}

	@Test
	void aCutOutHoldsTheLitColourUnmixed() {
		for (final Turned turned : new Turned[] { SAME, TURNED }) {
			final Picture out = over(turned, lit(turned, 0.25f), Background.REMOVE), alpha = turned.alpha(), person = turned.whole(turned.person(), 0);
			for (int i = 0; i < 3 * ALL; i++) assertEquals(alpha.data()[i % ALL] > 0 ? 0.25f * person.data()[i] : 0, out.data()[i], 1e-6);
		}
	}

	@Test
	void theBackgroundIsKeptRemovedOrOneColour() {
		final Picture kept = TURNED.picture(), removed = TURNED.picture(Background.REMOVE), coloured = TURNED.picture(Background.colour(0.1f, 0.2f, 0.3f));
		final float[] colour = { 0.1f, 0.2f, 0.3f }, alpha = TURNED.alpha().data();
		int background = 0, person = 0;
		for (int i = 0; i < 3 * ALL; i++) {
			if (alpha[i % ALL] == 0) {
				background++;
				assertEquals(0, removed.data()[i]);
				assertEquals(colour[i / ALL], coloured.data()[i]);
				final double fromHead = Math.hypot(i % SIDE - SIDE / 2.0, i % ALL / SIDE - SIDE / 2.0);
				if (fromHead > 1.3 * ViewTest.SCALE) assertEquals(PICTURE.data()[i], kept.data()[i]);
			}
			else if (alpha[i % ALL] == 1) {
				person++;
				assertEquals(kept.data()[i], removed.data()[i], 1e-6);
				assertEquals(kept.data()[i], coloured.data()[i], 1e-6);
			}
		}
		assertTrue(background > 3 * SIDE * SIDE / 3 && person > 3 * ViewTest.SCALE * ViewTest.SCALE, background + " " + person);
	}

	@Test
	void theUncoveredBackgroundHoldsNothingOfThePerson() {
		final AnalyticHead wide = new AnalyticHead(SIDE, SIDE, new double[] { 0.55, 0.84, 0.95 }, new Pose(60, 0, 0), FRONTAL.camera(), (x, y, z, c) -> 0.9);
		final Turned turned = Turned.of(wide, ViewTest.photograph(wide), Pose.FRONTAL);
		final Picture picture = turned.picture(), alpha = turned.alpha();
		int uncovered = 0;
		for (int i = 0; i < ALL; i++) {
			if (alpha.data()[i] > 0 || wide.hit(i % SIDE + 0.5, i / SIDE + 0.5, true) == null) continue;
			uncovered++;
			assertTrue(picture.data()[i] < 0.5f, "a ghost of the head at " + i % SIDE + ", " + i / SIDE);
		}
		assertTrue(uncovered > 200, "uncovered " + uncovered);
	}

	@Test
	void personAndPlateTogetherAreThePhotograph() {
		final Picture person = SAME.whole(SAME.parted().person().fine(), 0), plate = SAME.whole(SAME.parted().plate(), 0), alpha = SAME.alpha();
		double error = 0;
		int counted = 0;
		for (int i = 0; i < 3 * ALL; i++) {
			final float a = alpha.data()[i % ALL];
			if (a <= 0) continue;
			error += Math.abs(plate.data()[i] + a * (person.data()[i] - plate.data()[i]) - PICTURE.data()[i]);
			counted++;
		}
		assertTrue(error / counted < 0.01, "mean error " + error / counted);
	}
}
