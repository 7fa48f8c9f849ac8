package org.icportrait.finish;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.skin.InFrame;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class RearColourTest {

	private static final float MADE = 0.6f, CLOSED = 0.2f, DETAIL = 0.05f;

	/** What was generated has detail of single rows. */
	private static float[] striped() {
		final float[] made = InFrame.flat(MADE);
		for (int i = 0; i < N; i++) made[i] += i / SIDE % 2 == 0 ? DETAIL : -DETAIL;
		return made;
	}

	private static float at(final Picture picture, final int column, final int row) {
		return Colour.toSrgb(picture.get(column, row, 1));
	}

	@Test
	void unseenHairTakesTheClosuresColourAndKeepsItsDetail() {
		final Picture fitted = RearColour.fit(InFrame.grey(striped()), InFrame.grey(InFrame.flat(CLOSED)), InFrame.share(1), InFrame.condition(InFrame.flat(0.5f)), Progress.NONE);
		for (int row = 8; row < SIDE - 8; row += 2) {
			for (int column = MIDDLE + 4; column < SIDE - 4; column++) {
				final float one = at(fitted, column, row), two = at(fitted, column, row + 1);
				assertEquals(MADE + 0.75f * (CLOSED - MADE), (one + two) / 2, 0.01f, "column " + column);
				assertEquals(2 * DETAIL, one - two, 0.01f, "column " + column);
			}
		}
		for (int column = 0; column < MIDDLE - 4; column++) assertEquals(MADE + DETAIL, at(fitted, column, 20), 1e-3f, "shown, column " + column);
	}

	@Test
	void whereGeometryClosesNothingNothingChanges() {
		final Picture made = InFrame.grey(striped());
		assertArrayEquals(made.data(), RearColour.fit(made, InFrame.grey(InFrame.flat(CLOSED)), InFrame.share(0), InFrame.condition(InFrame.flat(0.5f)), Progress.NONE).data());
	}

	/** Beyond the closure colours change as beside it: hair that stands out is of the head's hair. */
	@Test
	void hairThatStandsOutFollows() {
		final Picture drawn = InFrame.share(1);
		for (int i = 0; i < N; i++) if (i % SIDE > MIDDLE + 16) drawn.data()[i] = 0;
		final Picture fitted = RearColour.fit(InFrame.grey(InFrame.flat(MADE)), InFrame.grey(InFrame.flat(CLOSED)), drawn, InFrame.condition(InFrame.flat(0.5f)), Progress.NONE);
		assertEquals(MADE + 0.75f * (CLOSED - MADE), at(fitted, SIDE - 8, 32), 0.02f);
	}
}
