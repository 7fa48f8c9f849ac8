package org.icportrait.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Something dark is filled in behind a person before a bright meadow. */
class MeetingTest {

	private static final int W = 200, H = 40, FAR = 50, NEAR = 56;
	private static final float KEPT = 0.6f, FILLED = 0.2f;

	/** The middle row of the plate. @param moves how much of it is background that shows things */
	private static float[] row(final float moves) {
		final boolean[] far = new boolean[W * H], near = new boolean[W * H];
		final Picture plate = new Picture(W, H, 3);
		for (int i = 0; i < far.length; i++) {
			far[i] = i % W >= FAR;
			near[i] = i % W >= NEAR;
			for (int c = 0; c < 3; c++) plate.data()[c * W * H + i] = near[i] ? FILLED : KEPT;
		}
		final Meeting meeting = new Meeting(W, far, near);
		final float[] fill = new float[3 * W];
		Arrays.fill(fill, FILLED);
		for (int i = 0; i < far.length; i++) if (far[i]) meeting.tell(plate, i, fill, i % W, moves);
		meeting.over(plate, 512, Progress.NONE);
		return Arrays.copyOfRange(plate.data(), H / 2 * W, H / 2 * W + W);
	}

	/** It ended in an edge in the person's shape. */
	@Test
	void whatIsFilledInBeginsAsWhatIsKept() {
		final float[] row = row(1);
		for (int x = 1; x < W; x++) assertTrue(row[x - 1] >= row[x] - 1e-4 && row[x - 1] - row[x] < 0.12, "a step at " + x + ": " + row[x - 1] + " to " + row[x]);
		for (int x = 0; x < NEAR; x++) assertEquals(KEPT, row[x], 1e-6, "what is kept is changed");
		assertEquals(FILLED, row[W - 1], 1e-4, "far in");
	}

	@Test
	void wherePersonsStayNothingChanges() {
		assertEquals(FILLED, row(0)[NEAR], 1e-6);
	}
}
