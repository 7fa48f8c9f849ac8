package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.SKIN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;

import org.icportrait.generate.Condition;
import org.icportrait.image.Colour;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}, whose ear is not seen. */
class EarTingeTest {

	private static final float[] NONE = { 1, 1, 1 };

	@Test
	void earsAreRedderThanCheeksAndAsBright() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final float[] tinge = EarTinge.of(condition, SeenSkin.of(condition));
		assertTrue(tinge[0] > 1.01 && tinge[1] < tinge[0], tinge[0] + " " + tinge[1]);
		assertEquals(Colour.luminance(SKIN), Colour.luminance(tinge[0] * SKIN[0], tinge[1] * SKIN[1], tinge[2] * SKIN[2]), 1e-3);
	}

	/** A red ear on a grey photograph would be its only colour. */
	@Test
	void greyPhotographsHaveNoneAndNorHaveThoseThatShowNoSkin() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		assertArrayEquals(NONE, EarTinge.of(condition, null));
		final SeenSkin seen = SeenSkin.of(condition);
		final FloatBuffer start = condition.start().buffer();
		final int n = InFrame.N;
		for (int i = 0; i < n; i++) for (int c = 0; c < 3; c++) start.put(c * n + i, start.get(n + i));
		assertArrayEquals(NONE, EarTinge.of(condition, seen));
	}
}
