package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.SKIN;
import static org.icportrait.skin.HeadSide.cell;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Random;

import org.icportrait.generate.Condition;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}. */
class SkinColoursTest {

	private static final double[][] UNSEEN = { { 0.1, -0.1 }, { -0.3, -0.1 }, { -0.5, -0.3 }, { -0.8, -0.3 }, { -1.05, -0.3 } };

	private static float[] colours(final Condition condition) {
		return SkinColours.of(condition, Garment.of(condition, SeenSkin.of(condition)), Form.of(condition, Progress.NONE), Progress.NONE).colours().data();
	}

	@Test
	void unseenSkinHasTheSeenSkinsColourAndNoneOfTheShirts() {
		final float[] colours = colours(HeadSide.condition(COLLAR, 0));
		for (final double[] place : UNSEEN) {
			for (int c = 0; c < 3; c++) assertEquals(SKIN[c], colours[c * N + cell(place[0], place[1])], 0.04f * SKIN[c], place[0] + " dm");
		}
	}

	@Test
	void whatTurnsAwayIsDarker() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		for (int i = 0; i < N; i++) condition.maps().buffer().put(6 * N + i, 1.01f + 6 * Math.min(0, HeadSide.z(i % SIDE) + 0.5f));
		final float[] colours = colours(condition);
		assertTrue(colours[cell(-0.8, -0.75)] < 0.75f * colours[cell(-0.8, -0.3)], colours[cell(-0.8, -0.75)] + " and " + colours[cell(-0.8, -0.3)]);
	}

	/** Of an even head. */
	@Test
	void theHeadsOwnShadeLiesBelowTheJawAlone() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Form even = Form.of(condition, Progress.NONE);
		final Picture open = new Picture(SIDE, SIDE, 1, InFrame.flat(1));
		final int below = cell(-0.7, -0.4), above = cell(0.05, -0.4);
		for (final int at : new int[] { below, above }) for (int i = 0; i < N; i++) if (Math.abs(i / SIDE - at / SIDE) < 3 && HeadSide.z(i % SIDE) < -0.2f) open.data()[i] = 0.7f;
		final float[] colours = SkinColours.of(condition, Garment.of(condition, SeenSkin.of(condition)), new Form(even.depth(), even.known(), open), Progress.NONE).colours().data(), without = colours(condition);
		assertEquals(0.7, colours[below] / without[below], 0.03);
		assertEquals(1, colours[above] / without[above], 0.01);
	}

	/** A ridge of a pixel: the rim of an ear, whose relief is drawn by itself; below the ears a jaw may be as sharp. */
	@Test
	void theFormKeepsItsDetailBelowTheEarsAlone() {
		assertTrue(ridge(-0.7) > 2 * ridge(0.1), ridge(-0.7) + " below, " + ridge(0.1) + " at the ears");
	}

	/** How high a level ridge of 1 dm is once it was smoothed over 4 pixels. */
	private static float ridge(final double height) {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Form even = Form.of(condition, Progress.NONE);
		final int at = cell(height, -0.4);
		final Picture depth = even.depth().copy();
		for (int i = 0; i < N; i++) if (i / SIDE == at / SIDE) depth.data()[i]++;
		final Jaw jaw = Jaw.of(condition, even, Progress.NONE);
		return SkinColours.smooth(new Form(depth, even.known(), even.open()), 4, jaw, condition, Progress.NONE).data()[at] - even.depth().data()[at];
	}

	/** A step inward of a twentieth of the head, as from a jaw to the neck. */
	@Test
	void aJawIsDarkerBelowThanCheekAndNeck() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final int jaw = cell(-0.55, 0) / SIDE;
		for (int i = 0; i < N; i++) condition.maps().buffer().put(6 * N + i, 1 - 0.1f * Math.max(0, Math.min(3, i / SIDE - jaw + 1)));
		final float[] colours = colours(condition);
		final float below = colours[cell(-0.58, -0.4)];
		assertTrue(below < 0.92f * colours[cell(-0.3, -0.4)] && below < 0.92f * colours[cell(-0.9, -0.4)], below + " between " + colours[cell(-0.3, -0.4)] + " and " + colours[cell(-0.9, -0.4)]);
	}

	/** Behind it nothing of a head is: a smoothed step to there would face the viewer. */
	@Test
	void theOutlineOfWhatTurnsAwayIsNoBrightRim() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final int end = cell(0, -0.75) % SIDE;
		for (int i = 0; i < N; i++) condition.maps().buffer().put(6 * N + i, i % SIDE < end ? 0 : 1.01f + 6 * Math.min(0, HeadSide.z(i % SIDE) + 0.5f));
		final float[] colours = colours(condition);
		final int row = cell(-0.8, 0) / SIDE * SIDE;
		for (int column = end; column < end + 3; column++) assertEquals(colours[row + end + 3], colours[row + column], 0.02f * SKIN[0], "column " + (column - end));
	}

	/** Of what the photograph shows a strip at its end is half as bright, as a beard or hair. */
	@Test
	void aDarkEndOfThePhotographDoesNotGoOn() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		dim(condition, 0.4f, 0, 0.2f);
		assertEquals(SKIN[0], colours(condition)[cell(-0.2, -0.05)], 0.15f * SKIN[0]);
	}

	/** The face is brighter than the neck: so is what goes on from it. */
	@Test
	void besideTheCheekItHasTheCheeksBrightnessAndBelowTheNecks() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer start = condition.start().buffer();
		for (int row = cell(-0.55, 0) / SIDE; row < SIDE; row++) {
			for (int i = row * SIDE; i < (row + 1) * SIDE; i++) for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(0.7f * Condition.linear(start.get(c * N + i))));
		}
		final float[] colours = colours(condition);
		assertEquals(SKIN[0], colours[cell(-0.1, -0.4)], 0.06f * SKIN[0]);
		assertEquals(0.7f * SKIN[0], colours[cell(-0.9, -0.4)], 0.06f * SKIN[0]);
	}

	/** What closes a head lies behind what is seen of it: that is no jaw where the head has none. */
	@Test
	void aStepToWhatClosesTheHeadIsNoShade() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Form even = Form.of(condition, Progress.NONE);
		final int step = cell(-0.3, 0) / SIDE;
		for (int i = 0; i < N; i++) if (i / SIDE >= step && HeadSide.z(i % SIDE) < 0) condition.maps().buffer().put(6 * N + i, 0.6f);
		final float[] colours = SkinColours.of(condition, Garment.of(condition, SeenSkin.of(condition)), even, Progress.NONE).colours().data();
		for (int row = step - 3; row < step + 4; row++) assertEquals(SKIN[0], colours[row * SIDE + cell(0, -0.4) % SIDE], 0.06f * SKIN[0], "row " + (row - step));
	}

	/** Lamps from behind light the shoulder where a neck begins, which its head keeps in the shade: that goes on without a step. A gleam on a cheek does not. */
	@Test
	void aBrightShoulderGoesOnAndABrightCheekDoesNot() {
		final Condition condition = HeadSide.condition(-1.35f, 0);
		final FloatBuffer start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			final int row = i / SIDE;
			final boolean lit = row > cell(-1, 0) / SIDE && row < cell(-1.3, 0) / SIDE || row > cell(-0.1, 0) / SIDE && row < cell(-0.3, 0) / SIDE;
			if (lit && HeadSide.z(i % SIDE) < 0.25f) for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(1.9f * SKIN[c]));
		}
		final float[] colours = colours(condition);
		final float shoulder = colours[cell(-1.15, 0.02)] / SKIN[0], cheek = colours[cell(-0.2, 0.02)] / SKIN[0];
		assertTrue(shoulder > 1.15f && cheek < 1.05f, "by " + shoulder + " and " + cheek);
	}

	/** Between locks the wall is seen, and throws its colour. */
	@Test
	void aGreyEndOfThePhotographDoesNotGoOn() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			if (HeadSide.z(i % SIDE) < 0 || HeadSide.z(i % SIDE) > 0.3f) continue;
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(0.5f * (SKIN[c] + 0.33f)));
		}
		final float[] colours = colours(condition);
		final int i = cell(-0.2, -0.05);
		assertEquals(SKIN[0] / SKIN[2], colours[i] / colours[2 * N + i], 0.08f * SKIN[0] / SKIN[2]);
	}

	/** Spots and grain of the photograph's end would go on as blotches. */
	@Test
	void whatIsFineOfSeenSkinDoesNotGoOn() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer start = condition.start().buffer();
		final Random random = new Random(3);
		for (int i = 0; i < 3 * N; i++) start.put(i, Condition.signed(Condition.linear(start.get(i)) * (float) (1 + 0.1 * random.nextGaussian())));
		final float[] colours = colours(condition);
		double uneven = 0, mean = 0;
		int count = 0;
		for (double y = -0.35; y < 0.2; y += 0.03) {
			final int i = cell(y, 0.1), below = i + SIDE;
			uneven += Math.abs(colours[i] - colours[below]);
			mean += colours[i];
			count++;
		}
		assertTrue(uneven < 0.012 * mean, "of " + count + " places by " + uneven / mean);
	}

	private static void dim(final Condition condition, final float factor, final float from, final float to) {
		final FloatBuffer start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			if (HeadSide.z(i % SIDE) < from || HeadSide.z(i % SIDE) > to) continue;
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(factor * Condition.linear(start.get(c * N + i))));
		}
	}
}
