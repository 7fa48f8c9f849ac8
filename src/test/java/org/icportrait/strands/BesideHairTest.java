package org.icportrait.strands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;

import org.icportrait.generate.Condition;
import org.icportrait.morphable.HeadModel;
import org.icportrait.skin.BareSkin;
import org.icportrait.skin.Form;
import org.icportrait.skin.HeadSide;
import org.icportrait.skin.SeenSkin;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The {@link HeadSide} under a bob: hair on the scalp and over the temple, below it a rag of skin and wall that the turn drew out. */
class BesideHairTest {

	private static final float[] BROWN = { 0.024f, 0.014f, 0.012f }, RAG = { 0.3f, 0.25f, 0.2f }, YELLOW = { 0.6f, 0.4f, 0.02f };
	private static final int TIP = HeadSide.cell(0.1, 0.4), TORN = HeadSide.cell(-0.45, 0), EAR = HeadSide.cell(0, 0);

	/** @param hair and torn: colours, linear RGB @param out how far (dm) the torn place lies off the skin */
	private static BareSkin skin(final float[] hair, final float[] torn, final float out) {
		final Condition condition = HeadSide.condition(HeadSide.COLLAR, 0);
		final FloatBuffer maps = condition.maps().buffer(), start = condition.start().buffer();
		final int n = condition.frame().side() * condition.frame().side();
		for (int i = 0; i < n; i++) {
			final float y = condition.y(i), z = condition.z(i);
			final boolean scalp = HeadModel.isScalp(y, z), tip = y > 0.02f && z < 0.5f, rag = y < -0.3f && y > -0.6f && z > -0.15f && z < 0.3f;
			if (scalp) maps.put(i, 1).put(n + i, 1);
			if (rag) maps.put(i, 0.05f).put(n + i, 1).put(3 * n + i, condition.x(i) + out);
			for (int c = 0; c < 3; c++) if (scalp || tip || rag) start.put(c * n + i, Condition.signed((rag ? torn : hair)[c]));
		}
		return BesideHair.of(1, SeenSkin.of(condition), Form.of(condition, Progress.NONE), condition, Hanging.NONE, Progress.NONE);
	}

	private static float share(final int at) {
		return skin(BROWN, RAG, 0).share().data()[at];
	}

	@Test
	void ragsBecomeSkinOfTheCheeksColour() {
		final BareSkin skin = skin(BROWN, RAG, 0);
		assertTrue(share(TORN) > 0.75f, "torn " + share(TORN));
		final int n = skin.share().planeSize();
		for (int c = 0; c < 3; c++) assertEquals(HeadSide.SKIN[c], skin.colours().data()[c * n + TORN], 0.1f * HeadSide.SKIN[c], "channel " + c);
	}

	@Test
	void hairAndEarStay() {
		assertEquals(0, share(TIP), 0.05f);
		assertEquals(0, share(EAR), 0.05f);
	}

	/** Whatever is seen between curls. */
	@Test
	void hairThatStandsOutStays() {
		assertEquals(0, skin(BROWN, RAG, 0.2f).share().data()[TORN], 0.05f);
	}

	@Test
	void jewelleryStays() {
		assertEquals(0, skin(BROWN, YELLOW, 0).share().data()[TORN], 0.05f);
	}

	/** Of hair that has the skin's colours nobody knows where it ends. */
	@Test
	void besideHairOfItsColourNoneIsDrawn() {
		assertNull(skin(HeadSide.SKIN, RAG, 0));
	}
}
