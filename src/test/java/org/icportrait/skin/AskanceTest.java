package org.icportrait.skin;

import static org.icportrait.skin.InFrame.N;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.generate.MoreTrust;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The side of a head of skin before a grey wall, of which the photograph shows what lies before the ear, hardly so behind the cheek; a patch of it is another colour. */
class AskanceTest {

	private static final float HARDLY = 0.05f, WALL = 0.6f;
	private static final double CHEEK = 0.45;
	/** Height (dm) of the patch, between these depths. */
	private static final double HIGH = -0.05, FROM = 0.1, TO = 0.4;
	private static final int PATCH = HeadSide.cell(HIGH, (FROM + TO) / 2), SKIN = HeadSide.cell(0.2, (FROM + TO) / 2);
	private static final float[] BLACK = { 0.02f, 0.015f, 0.01f }, GREY = { 0.3f, 0.3f, 0.3f }, YELLOW = { 0.6f, 0.4f, 0.02f };

	/** @param patch its colour, linear RGB */
	private static Condition condition(final float[] patch) {
		final Condition condition = HeadSide.condition(HeadSide.COLLAR, 0);
		Arrays.fill(condition.behind().data(), WALL);
		for (int i = 0; i < N; i++) {
			final double y = condition.y(i), z = condition.z(i);
			if (z > 0 && z < CHEEK) condition.maps().buffer().put(i, HARDLY);
			for (int c = 0; c < 3; c++) if (Math.abs(y - HIGH) < 0.12 && z > FROM && z < TO) condition.start().buffer().put(c * N + i, Condition.signed(patch[c]));
		}
		return condition;
	}

	private static MoreTrust askance(final float loose, final Condition condition) {
		return Askance.of(loose, SeenSkin.of(condition), condition, Progress.NONE);
	}

	private static float share(final float[] patch, final int i) {
		return askance(1, condition(patch)).share().data()[i];
	}

	@Test
	void besideLooseHairItsSkinHairAndJewelsAreTrusted() {
		assertEquals(1, share(HeadSide.SKIN, SKIN), 1e-3);
		assertEquals(1, share(BLACK, PATCH), 1e-3);
		assertEquals(1, share(YELLOW, PATCH), 1e-3);
		assertEquals(0.5f, askance(0.5f, condition(BLACK)).share().data()[SKIN], 1e-3);
	}

	@Test
	void aWallBetweenStrandsIsNot() {
		assertEquals(0, share(GREY, PATCH), 1e-6);
		assertEquals(1, share(GREY, SKIN), 1e-3);
	}

	/** A pale gleam on a jewel has neither its colour nor the skin's. */
	@Test
	void aGleamOnAJewelIs() {
		final Condition condition = condition(YELLOW);
		for (int i = 0; i < N; i++) {
			if (Math.abs(condition.y(i) - HIGH) < 0.05 && condition.z(i) > FROM + 0.1 && condition.z(i) < TO - 0.1) for (int c = 0; c < 3; c++) condition.start().buffer().put(c * N + i, Condition.signed(GREY[c]));
		}
		assertEquals(1, askance(1, condition).share().data()[PATCH], 1e-3);
	}

	@Test
	void whatIsMirroredOrShownByNoPhotographIsNot() {
		final Condition condition = condition(BLACK);
		condition.maps().buffer().put(2 * N + SKIN, 0.5f);
		assertEquals(0, askance(1, condition).share().data()[SKIN], 1e-6);
		assertEquals(0, share(BLACK, HeadSide.cell(0.2, -0.05)), 1e-6);
	}
}
