package org.icportrait.generate;

import static org.icportrait.generate.InFrame.N;
import static org.icportrait.generate.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class FormTest {

	private static final int HALF = SIDE / 2, ROW = HALF * SIDE;

	/** A head on the left half of a frame, 2 dm deep. */
	private static Form form() {
		final Condition condition = InFrame.condition(InFrame.flat(0));
		for (int i = 0; i < N; i++) condition.maps().buffer().put(6 * N + i, i % SIDE < HALF ? 2 : 0);
		return Form.of(condition, Progress.NONE);
	}

	@Test
	void itGoesOnBeyondTheHead() {
		assertEquals(2, form().depth().data()[ROW + SIDE - 1], 1e-5f);
		assertEquals(0, form().known()[ROW + HALF]);
		assertEquals(1, form().known()[ROW + HALF - 1]);
	}

	/** Numbers jump 5 pixels within the outline: that is of the outline alone, and what lies far within counts as little as what lies beyond. */
	@Test
	void outlinesHaveTheNumbersNextToThem() {
		final float[] numbers = new float[N];
		for (int i = 0; i < N; i++) numbers[i] = i % SIDE < HALF - 12 ? 9 : i % SIDE < HALF - 5 ? 1 : 5;
		final float[] inward = form().inward(numbers, 5, Progress.NONE);
		for (int x = HALF - 4; x < HALF + 3; x++) assertEquals(1, inward[ROW + x], 0.35f, "column " + (x - HALF));
		assertEquals(9, inward[ROW + HALF - 16], 1e-5f);
	}
}
