package org.icportrait.outline;

import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.icportrait.face.HeadReading;
import org.icportrait.generate.Condition;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.skin.InFrame;
import org.icportrait.strands.Scalp;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Dark hair, its outline upright before a light wall, which the networks mixed into its last pixels. */
class HairRimTest {

	/** First column of the wall, and how far inward hair is mixed with it. */
	private static final int END = 3 * SIDE / 4, MIXED = 2;
	/** Rows of a lighter and a darker band. */
	private static final int BANDS = 8;
	private static final float HAIR = 0.02f, FAIR = 0.2f, WALL = 0.6f, SCALP = 1, CHEEK = -0.5f;

	/** @param aside (dm) from where on its scalp is dark */
	private static PreparedHead head(final float aside) {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), 160);
		ModelHead.paintScalp(reading, 0, aside, 0.1f);
		return PreparedHead.of(new Picture(160, 160, 3), reading, Progress.NONE);
	}

	/** @param mixed share of the wall in the rim */
	private static Picture made(final float mixed) {
		final Picture made = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < made.data().length; i++) {
			final int x = i % SIDE;
			made.data()[i] = x >= END ? WALL : x >= END - MIXED ? HAIR + mixed * (WALL - HAIR) : HAIR;
		}
		return made;
	}

	private static Picture free(final Picture made, final float height, final PreparedHead head) {
		return free(made, i -> height, WALL, head);
	}

	/** @param height canonical, of each pixel */
	private static Picture free(final Picture made, final IntToDoubleFunction height, final float wall, final PreparedHead head) {
		final Condition plain = InFrame.condition(InFrame.flat(0)), condition = new Condition(plain.frame(), plain.start(), plain.maps(), new Picture(SIDE, SIDE, 3));
		Arrays.fill(condition.behind().data(), wall);
		final Picture person = InFrame.share(1);
		for (int i = 0; i < N; i++) {
			condition.maps().buffer().put(Condition.Y * N + i, (float) height.applyAsDouble(i));
			condition.maps().buffer().put(Condition.DEPTH * N + i, 0.5f);
			if (i % SIDE >= END) person.data()[i] = 0;
		}
		return new HairRim(Scalp.of(List.of(head), condition, Progress.NONE), condition).free(made, person, Progress.NONE);
	}

	private static void assertRim(final float wanted, final float within, final Picture out) {
		for (int x = END - MIXED; x < END; x++) for (int c = 0; c < 3; c++) assertEquals(wanted, out.get(x, SIDE / 2, c), within, "column " + x);
	}

	@Test
	void hairHoldsNoWall() {
		assertRim(HAIR, 0.002f, free(made(0.5f), SCALP, head(0)));
		assertRim(HAIR, 0.002f, free(made(0.1f), SCALP, head(0)));
	}

	/** It is not on the way to the wall. */
	@Test
	void darkerHairStays() {
		assertRim(HAIR / 2, 1e-6f, free(made(-0.5f * HAIR / (WALL - HAIR)), SCALP, head(0)));
	}

	/** A gleam ends before its outline: that is on the way to a darker wall, and shade. */
	@Test
	void brightHairMayLieInTheShade() {
		final Picture made = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < made.data().length; i++) made.data()[i] = i % SIDE >= END ? WALL : i % SIDE >= END - MIXED ? 0.5f * (1 + WALL) : 1;
		assertRim(0.5f * (1 + WALL), 1e-6f, free(made, SCALP, head(0)));
	}

	/** Bands of lighter hair go on into the rim without the edges that they have: it has the colour of what lies around. */
	@Test
	void theRimIsSmootherThanTheHairFurtherIn() {
		final Picture made = made(0.5f);
		for (int i = 0; i < made.data().length; i++) if (i % SIDE < END - MIXED && i / SIDE % BANDS < BANDS / 2) made.data()[i] *= 2;
		final Picture out = free(made, SCALP, head(0));
		float steepest = 0;
		for (int y = SIDE / 4; y < 3 * SIDE / 4; y++) steepest = Math.max(steepest, Math.abs(out.get(END - MIXED, y + 1, 0) - out.get(END - MIXED, y, 0)));
		assertTrue(steepest < 0.2f * HAIR, "steps by " + steepest / HAIR + " of its light");
	}

	/** Only some of the hair is pure: far from that nothing is known. */
	@Test
	void farFromPureHairNothingIsTold() {
		final Picture made = made(0.5f), out = free(made, i -> i / SIDE < SIDE / 2 || i % SIDE >= END - 6 ? SCALP : CHEEK, WALL, head(0));
		for (int c = 0; c < 3; c++) assertEquals(made.get(END - 1, SIDE - 4, c), out.get(END - 1, SIDE - 4, c), 1e-6f);
	}

	@Test
	void whatLiesFurtherInStays() {
		final Picture made = made(0.5f), out = free(made, SCALP, head(0));
		for (int x = 0; x < END - SIDE / 8; x++) assertEquals(made.get(x, SIDE / 2, 1), out.get(x, SIDE / 2, 1), 1e-6f, "column " + x);
	}

	/** Fair hair is on the way from darker skin to a wall. */
	@Test
	void skinBelowTheHairlineLendsNothing() {
		final Picture made = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < made.data().length; i++) made.data()[i] = i % SIDE >= END ? WALL : i % N / SIDE < SIDE / 2 ? FAIR : HAIR;
		final Picture out = free(made, i -> i / SIDE < SIDE / 2 ? SCALP : CHEEK, WALL, head(0));
		for (int y = 0; y < SIDE / 2; y++) assertEquals(FAIR, out.get(END - 1, y, 0), 0.1f * FAIR, "row " + y);
	}

	@Test
	void cheeksStay() {
		assertRim(HAIR + 0.5f * (WALL - HAIR), 1e-6f, free(made(0.5f), CHEEK, head(0)));
	}

	/** Whatever its stubble, wide too. */
	@Test
	void aBaldHeadStays() {
		final Picture made = made(0.5f);
		assertSame(made, free(made, SCALP, head(0.45f)));
	}
}
