package org.icportrait.finish;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.Picture;
import org.icportrait.skin.InFrame;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class HairSeamTest {

	/** The photograph counts in the left half, wholly. */
	private static Picture trusted() {
		final Picture out = InFrame.share(1);
		for (int i = 0; i < out.data().length; i++) if (!InFrame.isShown(i)) out.data()[i] = 0;
		return out;
	}

	@Test
	void seenHairPassesIntoGeneratedHairWithoutAStep() {
		final Picture soft = HairSeam.soften(trusted(), InFrame.share(1), Progress.NONE);
		for (int x = 1; x < SIDE; x++) {
			final float step = soft.get(x - 1, 30, 0) - soft.get(x, 30, 0);
			assertTrue(step >= 0 && step < 0.8f, "column " + x + " " + step);
		}
		assertEquals(1, soft.get(0, 30, 0), 0);
		assertEquals(0, soft.get(MIDDLE, 30, 0), 0);
	}

	@Test
	void skinStaysAsItIs() {
		assertArrayEquals(trusted().data(), HairSeam.soften(trusted(), InFrame.share(0), Progress.NONE).data());
		final Picture trusted = trusted();
		assertSame(trusted, HairSeam.soften(trusted, null, Progress.NONE));
	}
}
