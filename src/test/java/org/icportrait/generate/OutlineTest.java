package org.icportrait.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class OutlineTest {

	private static final int SIDE = 32, N = SIDE * SIDE;

	/** The photograph shows the left half surely; the right half is a person whom nothing shows, down to row {@code until}. */
	private static Picture trusted(final int until) {
		final Condition condition = new Condition(Frame.of(new HeadCamera(60, 50, 40, 0), SIDE), Tensor.floats(1, 3, SIDE, SIDE), Tensor.floats(1, Condition.MAPS, SIDE, SIDE));
		final Picture matte = new Picture(SIDE, SIDE, 1), room = new Picture(SIDE, SIDE, 1);
		Arrays.fill(room.data(), 1);
		for (int i = 0; i < N; i++) {
			final boolean seen = i % SIDE < SIDE / 2;
			for (int channel = 0; channel < 2; channel++) condition.maps().buffer().put(channel * N + i, seen ? 1 : 0);
			matte.data()[i] = seen || i / SIDE < until ? 1 : 0;
		}
		return new Outline(condition, room).trusted(matte, Progress.NONE);
	}

	@Test
	void thePhotographGivesWayBesideWhatIsGeneratedAndNowhereElse() {
		final Picture trusted = trusted(SIDE / 2);
		for (int row = 0; row < SIDE; row++) {
			for (int column = 0; column < SIDE / 2; column++) {
				final boolean beside = column == SIDE / 2 - 1 && row <= SIDE / 2;
				assertEquals(beside ? 0 : 1, trusted.get(column, row, 0), "column " + column + ", row " + row);
			}
		}
	}

	@Test
	void whereNothingIsGeneratedNothingGivesWay() {
		for (final float value : trusted(0).data()) assertEquals(1, value);
	}

	@Test
	void cornersAreRoundedAndSidesStayWhereTheyAre() {
		final boolean[] square = new boolean[N];
		for (int i = 0; i < N; i++) square[i] = Math.abs(i % SIDE - 15.5) < 10 && Math.abs(i / SIDE - 15.5) < 10;
		final Picture round = Outline.rounded(square, SIDE, 3, Progress.NONE);
		assertTrue(round.get(6, 6, 0) < 0.05f, "the corner");
		assertEquals(1, round.get(15, 15, 0), 1e-6f);
		assertTrue(round.get(5, 15, 0) < 0.5f && round.get(6, 15, 0) > 0.5f, "the left side");
	}

	@Test
	void teethOfAMatteAreSmoothed() {
		final Picture teeth = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < N; i++) teeth.data()[i] = i % SIDE < 16 + i / SIDE % 2 ? 1 : 0;
		final Condition condition = new Condition(Frame.of(new HeadCamera(60, 50, 40, 0), SIDE), Tensor.floats(1, 3, SIDE, SIDE), Tensor.floats(1, Condition.MAPS, SIDE, SIDE));
		final Picture smooth = new Outline(condition, teeth).smooth(teeth, Progress.NONE);
		for (int row = 4; row < SIDE - 4; row++) assertEquals(smooth.get(16, row, 0), smooth.get(16, row + 1, 0), 0.15f);
	}
}
