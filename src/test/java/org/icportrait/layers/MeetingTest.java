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

	/** The middle row of the plate. @param ring how much of what lies about the person is filled in @param busy how much of it is background that shows things */
	private static float[] row(final float ring, final float busy) {
		final boolean[] far = new boolean[W * H], near = new boolean[W * H];
		final Picture plate = new Picture(W, H, 3), shown = new Picture(W, H, 3);
		Arrays.fill(shown.data(), KEPT);
		for (int i = 0; i < far.length; i++) {
			far[i] = i % W >= FAR;
			near[i] = i % W >= NEAR;
			for (int c = 0; c < 3; c++) plate.data()[c * W * H + i] = near[i] ? FILLED : far[i] ? KEPT + ring * (FILLED - KEPT) : KEPT;
		}
		final Meeting meeting = new Meeting(W, far, near, Progress.NONE);
		final float[] fill = new float[3 * W];
		Arrays.fill(fill, FILLED);
		for (int i = 0; i < far.length; i++) if (far[i]) meeting.tell(shown, i, fill, i % W, near[i] ? 1 : ring, busy);
		meeting.over(plate, 512, Progress.NONE);
		return Arrays.copyOfRange(plate.data(), H / 2 * W, H / 2 * W + W);
	}

	/** It ended in an edge in the person's shape. */
	@Test
	void whatIsFilledInBeginsAsWhatIsKept() {
		for (final float ring : new float[] { 0, 1 }) {
			final float[] row = row(ring, 1);
			for (int x = 1; x < W; x++) assertTrue(row[x - 1] >= row[x] - 1e-4 && row[x - 1] - row[x] < 0.12, "a step at " + x + ": " + row[x - 1] + " to " + row[x]);
			for (int x = 0; x < (ring > 0 ? FAR : NEAR); x++) assertEquals(KEPT, row[x], 1e-6, "what is kept is changed");
			assertEquals(FILLED, row[W - 1], 1e-4, "far in");
		}
	}

	@Test
	void beforeAPlainWallNothingChanges() {
		assertEquals(FILLED, row(0, 0)[NEAR], 1e-6);
	}
}
