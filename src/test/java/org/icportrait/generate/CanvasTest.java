package org.icportrait.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.junit.jupiter.api.Test;

class CanvasTest {

	private static final int SIDE = 8, N = SIDE * SIDE;

	/** A hidden pixel that were looked at would leave its NaN behind. */
	@Test
	void whatIsHiddenIsNeverRead() {
		final Tensor picture = Tensor.floats(1, 3, SIDE, SIDE);
		final boolean[] shown = new boolean[N];
		for (int i = 0; i < N; i++) {
			shown[i] = i % 5 == 0;
			for (int c = 0; c < 3; c++) picture.buffer().put(c * N + i, shown[i] ? 0.1f * c - 0.3f : Float.NaN);
		}
		final float[] canvas = Canvas.reference(picture, shown).copy();
		for (int i = 0; i < N; i++) {
			assertEquals(shown[i] ? 1 : 0, canvas[3 * N + i]);
			for (int c = 0; c < 3; c++) assertEquals(shown[i] ? 0.1f * c - 0.3f : 0, canvas[c * N + i]);
		}
	}

	@Test
	void aProfileStandsBeforeMidGrey() {
		final Picture person = new Picture(SIDE, SIDE, 3), matte = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < 3 * N; i++) person.data()[i] = 1;
		for (int i = 0; i < N / 2; i++) matte.data()[i] = 1;
		final float[] canvas = Canvas.profile(person, matte).copy();
		assertEquals(1, canvas[0], 1e-6);
		assertEquals(0, canvas[N - 1], 1e-6);
		assertEquals(1, canvas[4 * N - 1]);
		assertTrue(canvas.length == 4 * N);
	}
}
