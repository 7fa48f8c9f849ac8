package org.icportrait.strands;

import static org.icportrait.strands.SideOfHair.N;
import static org.icportrait.strands.SideOfHair.SKIN;
import static org.icportrait.strands.SideOfHair.at;
import static org.icportrait.strands.SideOfHair.condition;
import static org.icportrait.strands.SideOfHair.ears;
import static org.icportrait.strands.SideOfHair.isHair;
import static org.icportrait.strands.SideOfHair.scalp;
import static org.icportrait.strands.SideOfHair.skin;
import static org.icportrait.strands.SideOfHair.y;
import static org.icportrait.strands.SideOfHair.z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.generate.Condition;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Where hair ends on the {@link SideOfHair}. */
class SeenHairlineTest {

	private static SeenHairline of(final float hair) {
		return SeenHairline.of(condition(hair), scalp(), false, skin(), ears(), Progress.NONE);
	}

	@Test
	void standsWhereThePhotographShowsItAskance() {
		final SeenHairline line = of(0.02f);
		assertNotNull(line);
		assertTrue(line.inward().data()[at(0.5f, 0.3f)] > 0, "hair lower than usual");
		assertTrue(line.inward().data()[at(0.2f, 0.3f)] > 0, "sideburn");
		assertTrue(line.inward().data()[at(0.5f, 0.5f)] < 0, "temple");
		assertTrue(line.inward().data()[at(-0.2f, 0.3f)] < 0, "cheek");
		assertEquals(1, line.with(scalp(), ears(), condition(0.02f).frame()).data()[at(0.45f, 0.2f)], 0.01, "strands grow on it");
	}

	/** A temple somewhat fairer than the crown, of which a few pixels are seen surely. */
	@Test
	void aFewPixelsOfHairBesideAnEarAreNotTheTemplesSkin() {
		final Condition condition = condition(0.02f);
		for (int i = 0; i < N; i++) {
			if (!isHair(i) || y(i) > 0.85f) continue;
			for (int c = 0; c < 3; c++) condition.start().buffer().put(c * N + i, Condition.signed(0.13f));
			if (Math.abs(y(i) - 0.15f) < 0.05f && Math.abs(z(i) - 0.25f) < 0.05f) condition.maps().buffer().put(i, 1);
		}
		final SeenHairline line = SeenHairline.of(condition, scalp(), false, skin(), ears(), Progress.NONE);
		assertTrue(line.inward().data()[at(0.3f, 0.25f)] > 0, "temple");
		assertTrue(line.inward().data()[at(0.4f, 0.55f)] < 0, "forehead");
	}

	/** A high forehead, in brighter light than what is drawn, lies where others have hair. */
	@Test
	void aHighForeheadIsNotTheColourOfHair() {
		final Condition condition = condition(0.05f);
		for (int i = 0; i < N; i++) for (int c = 0; c < 3; c++) if (y(i) > 0.85f && z(i) > 0.5f) condition.start().buffer().put(c * N + i, Condition.signed(0.7f * (1 - 0.2f * c)));
		final SeenHairline line = SeenHairline.of(condition, scalp(), false, skin(), ears(), Progress.NONE);
		assertTrue(line.hair().of(condition.startPicture())[at(1, 0.6f)] < 0.1f, "skin is skin there");
		assertTrue(line.hair().of(condition.startPicture())[at(1, 0)] > 0.9f, "and hair is hair");
	}

	@Test
	void isNotToldOfHairThatIsSkinsColour() {
		final Condition condition = condition(SKIN);
		for (int i = 0; i < 3 * N; i++) condition.start().buffer().put(i, Condition.signed(SKIN * (1 - 0.2f * (i / N))));
		assertNull(SeenHairline.of(condition, scalp(), false, skin(), ears(), Progress.NONE));
	}

	/** Both are brighter than skin; what gleams is dark beside the gleam. */
	@Test
	void isToldOfWhiteHairAndNotOfGleams() {
		assertTrue(of(0.9f).inward().data()[at(0.2f, 0.3f)] > 0, "white hair's sideburn");
		assertNull(SeenHairline.of(gleaming(), scalp(), false, skin(), ears(), Progress.NONE));
		assertNotNull(SeenHairline.of(gleaming(), scalp(), true, skin(), ears(), Progress.NONE), "a white cap");
	}

	/** The top of the crown is dark, all else of the hair as bright as white hair. */
	private static Condition gleaming() {
		final Condition condition = condition(0.9f);
		for (int i = 0; i < N; i++) for (int c = 0; c < 3; c++) if (y(i) > 1.09f) condition.start().buffer().put(c * N + i, Condition.signed(0.02f));
		return condition;
	}

	@Test
	void browsAndBeardsAreNone() {
		assertEquals(0, SeenHairline.mayGrow(0.5f, 0.35f, 0.8f));
		assertEquals(0, SeenHairline.mayGrow(0.7f, -0.2f, 0.2f));
		assertEquals(1, SeenHairline.mayGrow(0.7f, 0.2f, 0.2f));
	}
}
