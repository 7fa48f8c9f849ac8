package org.icportrait.hair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class StrandDensityTest {

	/** Cells along a side, and of a dm. */
	private static final int SIDE = 80;
	private static final double DM = 35;

	/** Upright strands, one in so many columns. */
	private static Picture strands(final int every) {
		final Picture out = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < out.planeSize(); i++) if (i % SIDE > 20 && i % SIDE < 60 && i % SIDE % every == 0) out.data()[i] = 1;
		return out;
	}

	private static double closeShare(final Picture shares) {
		final Picture out = StrandDensity.with(shares, DM, Progress.NONE);
		double all = 0, close = 0;
		for (int i = 0; i < shares.planeSize(); i++) {
			assertEquals(shares.data()[i], out.data()[i], 0, "the hair itself");
			all += out.data()[i];
			close += out.data()[shares.planeSize() + i];
		}
		return close / all;
	}

	@Test
	void theStrandsOfATailLieCloseAndSingleCurlsDoNot() {
		assertTrue(closeShare(strands(1)) > 0.9, "a tail " + closeShare(strands(1)));
		assertEquals(0, closeShare(strands(4)), 1e-6, "curls");
	}
}
