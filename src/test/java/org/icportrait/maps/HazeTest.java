package org.icportrait.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class HazeTest {

	private static final int SIDE = 200, HEAD = 80;

	/** Somebody in the left columns, a matte elsewhere. */
	private static Picture cleaned(final float elsewhere) {
		final Picture matte = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < matte.planeSize(); i++) matte.data()[i] = i % SIDE < HEAD ? 1 : elsewhere;
		Haze.remove(matte, Progress.NONE);
		return matte;
	}

	@Test
	void whatIsFaintGoesFarFromAnyoneAndStaysBeside() {
		final Picture matte = cleaned(0.12f);
		assertEquals(0, matte.get(HEAD + 30, 100, 0));
		assertEquals(0.12f, matte.get(HEAD + 2, 100, 0), "a soft edge");
		assertEquals(1, matte.get(HEAD - 1, 100, 0));
	}

	@Test
	void whatIsNotFaintStays() {
		assertEquals(0.4f, cleaned(0.4f).get(HEAD + 30, 100, 0), "loose hair");
		assertTrue(cleaned(0.25f).get(HEAD + 30, 100, 0) > 0.05f);
	}
}
