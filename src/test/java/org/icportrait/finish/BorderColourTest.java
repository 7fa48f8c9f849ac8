package org.icportrait.finish;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.skin.InFrame;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class BorderColourTest {

	/** What was made, brought to what the photograph shows on the left; sRGB of its first channel. */
	private static float[] fitted(final float[] start, final float[] made) {
		final Picture out = BorderColour.fit(InFrame.grey(made), InFrame.share(1), null, InFrame.condition(start), Progress.NONE);
		final float[] values = new float[N];
		for (int i = 0; i < N; i++) values[i] = Colour.toSrgb(out.data()[i]);
		return values;
	}

	@Test
	void atTheBorderItHasThePhotographsColour() {
		final float[] out = fitted(InFrame.flat(0.5f), InFrame.flat(0.4f));
		for (int row = 0; row < SIDE; row++) {
			assertEquals(0.5f, out[row * SIDE + MIDDLE / 2], 1e-3f);
			assertEquals(0.5f, out[row * SIDE + MIDDLE], 0.02f);
			assertEquals(0.4f, out[row * SIDE + SIDE - 1], 0.01f, "far in");
		}
	}

	/** Half of such a pixel is what was behind the head. */
	@Test
	void theLastPixelsOfThePhotographTellNothing() {
		final float[] start = InFrame.flat(0.2f);
		for (int i = 0; i < N; i++) if (i % SIDE == MIDDLE - 1 || i % SIDE == MIDDLE - 2) start[i] = 0.9f;
		final float[] out = fitted(start, InFrame.flat(0.2f));
		for (final float value : out) assertEquals(0.2f, value, 1e-3f);
	}

	/** White that shows through hair at the end of the photograph. */
	@Test
	void aHoleInTheHairLeavesNoBlotchBesideIt() {
		final float[] start = InFrame.flat(0.2f);
		for (int i = 0; i < N; i++) if (Math.abs(i / SIDE - 30) < 2 && Math.abs(i % SIDE - MIDDLE + 4) < 2) start[i] = 0.9f;
		final float[] out = fitted(start, InFrame.flat(0.2f));
		for (int i = 0; i < N; i++) if (!InFrame.isShown(i)) assertEquals(0.2f, out[i], 0.03f, "column " + i % SIDE + ", row " + i / SIDE);
	}

	/** A white collar that came out too bright, and dark hair beside it. */
	@Test
	void whatIsTooBrightDoesNotBlackenTheDark() {
		final float[] made = InFrame.flat(0.9f);
		for (int i = 0; i < N; i++) if (!InFrame.isShown(i)) made[i] = 0.3f;
		final float[] out = fitted(InFrame.flat(0.7f), made);
		for (int row = 0; row < SIDE; row++) assertTrue(out[row * SIDE + MIDDLE] > 0.08f, "black beside the collar: " + out[row * SIDE + MIDDLE]);
	}
}
