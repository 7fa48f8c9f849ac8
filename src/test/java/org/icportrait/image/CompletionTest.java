package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Gaps in what shows many things are filled with things, and the even way from side to side is even. */
class CompletionTest {

	private static final int SIDE = 200;
	private static final float DARK = 0.05f, LIGHT = 0.7f;

	private static float stripe(final int x) {
		return x / 10 % 2 == 0 ? DARK : LIGHT;
	}

	private static boolean[] disc(final double radius) {
		final boolean[] out = new boolean[SIDE * SIDE];
		for (int i = 0; i < out.length; i++) out[i] = Math.hypot(i % SIDE - SIDE / 2, i / SIDE - SIDE / 2) < radius;
		return out;
	}

	private static boolean[] not(final boolean[] mask) {
		final boolean[] out = new boolean[mask.length];
		for (int i = 0; i < out.length; i++) out[i] = !mask[i];
		return out;
	}

	/** Stripes, and their mean where they are not known. */
	private static Picture stripes(final boolean[] gap) {
		final Picture out = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = gap[i % gap.length] ? (DARK + LIGHT) / 2 : stripe(i % SIDE);
		return out;
	}

	@Test
	void stripesGoOnThroughAGap() {
		final boolean[] gap = disc(40);
		final Picture out = Completion.of(stripes(gap), gap, not(gap), Progress.NONE);
		int right = 0, all = 0;
		for (int i = 0; i < gap.length; i++) {
			if (!gap[i]) {
				assertEquals(stripe(i % SIDE), out.data()[i]);
				continue;
			}
			all++;
			if (Math.abs(out.data()[i] - stripe(i % SIDE)) < 0.1) right++;
			assertTrue(out.data()[i] >= DARK - 1e-6 && out.data()[i] <= LIGHT + 1e-6, "a colour that nothing has: " + out.data()[i]);
		}
		assertTrue(right > 0.9 * all, right + " of " + all + " pixels are those of the stripe");
		assertArrayEquals(out.data(), Completion.of(stripes(gap), gap, not(gap), Progress.NONE).data(), "not the same twice");
	}

	/** What is neither wanted nor known lends nothing. */
	@Test
	void nothingIsTakenFromWhatIsNotKnown() {
		final boolean[] gap = disc(40), known = not(gap);
		final Picture photograph = stripes(gap);
		for (int i = 0; i < known.length; i++) if (i % SIDE < 40) {
			known[i] = false;
			photograph.data()[i] = 1;
		}
		final Picture out = Completion.of(photograph, gap, known, Progress.NONE);
		for (int i = 0; i < gap.length; i++) if (gap[i]) assertTrue(out.data()[i] <= LIGHT + 1e-6, "red of what is not known: " + out.data()[i]);
	}

	@Test
	void tooLittleIsNothing() {
		final boolean[] gap = disc(SIDE);
		assertNull(Completion.of(stripes(gap), gap, not(gap), Progress.NONE));
	}

	@Test
	void aMembraneGoesEvenlyFromSideToSide() {
		final Picture known = new Picture(SIDE, 40, 1);
		final float[] weight = new float[known.planeSize()];
		for (int i = 0; i < weight.length; i++) {
			final int x = i % SIDE;
			weight[i] = x < 20 || x >= 180 ? 1 : 0;
			known.data()[i] = x < 20 ? 0 : 1;
		}
		final Picture even = PushPull.membrane(known, weight, Progress.NONE), before = PushPull.fill(known, weight, Progress.NONE);
		double worst = 0, worstBefore = 0;
		for (int i = 0; i < weight.length; i++) {
			final double wanted = Math.max(0, Math.min(1, (i % SIDE - 19) / 161.0));
			worst = Math.max(worst, Math.abs(even.data()[i] - wanted));
			worstBefore = Math.max(worstBefore, Math.abs(before.data()[i] - wanted));
		}
		assertTrue(worst < 0.03 && worst < worstBefore / 3, worst + ", by the pyramid alone " + worstBefore);
		Arrays.fill(weight, 1);
		assertArrayEquals(known.data(), PushPull.membrane(known, weight, Progress.NONE).data());
	}
}
