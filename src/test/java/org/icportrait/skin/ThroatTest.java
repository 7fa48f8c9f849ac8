package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.SKIN;
import static org.icportrait.skin.HeadSide.cell;
import static org.icportrait.skin.InFrame.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.icportrait.generate.Condition;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Chin and neck of heads that were photographed from above and turned up were one, for nobody drew what lies between. On the {@link HeadSide}. */
class ThroatTest {

	private static float strength(final double yaw, final double from, final double to) {
		return Throat.strength(new Pose(0, from, 0).toRotation(), new Pose(yaw, to, 0).toRotation());
	}

	private static BareSkin skin(final float farther) {
		final Condition condition = HeadSide.condition(COLLAR, farther);
		return BareSkin.ofThroat(condition, SeenSkin.of(condition), 1, null, Form.of(condition, Progress.NONE), Progress.NONE);
	}

	@Test
	void turnsUpAloneShowIt() {
		assertEquals(1, strength(0, -22, 15), 1e-3);
		assertEquals(0, strength(0, 15, -22), 1e-3);
		assertEquals(0, strength(0, -22, -20), 1e-3);
		assertEquals(0, strength(60, -22, -20), 1e-3);
		assertEquals(0, strength(0, 0, 25), 1e-3, "a photograph from the front, whose goatee it would cover");
	}

	@Test
	void whatIsNotSeenBeneathTheJawIsSkinAndTheRestStays() {
		final Picture share = skin(0).share();
		assertEquals(1, share.data()[cell(-0.8, -0.3)], 0.05);
		assertEquals(0, share.data()[cell(-0.2, 0.7)], 0.02, "face");
		assertEquals(0, share.data()[cell(COLLAR - 0.1, -0.4)], 0.02, "cloth");
		for (int c = 0; c < 3; c++) assertEquals(SKIN[c], skin(0).colours().data()[c * N + cell(-0.8, -0.3)], 0.05f * SKIN[c]);
	}

	@Test
	void underLongHairNothingIsDrawn() {
		assertNull(skin(0.3f));
	}
}
