package org.icportrait.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class WeaveTest {

	private static final int WIDTH = 21, HEIGHT = 16;

	@Test
	void everySecondPixelIsAlikeAndSlopesStay() {
		for (int pattern = 0; pattern < 3; pattern++) {
			final Picture woven = new Picture(WIDTH, HEIGHT, 3);
			for (int i = 0; i < woven.data().length; i++) {
				final int x = i % WIDTH, y = i / WIDTH % HEIGHT, sign = pattern == 0 ? x : pattern == 1 ? y : x + y;
				woven.data()[i] = slope(x, y, i / (WIDTH * HEIGHT)) + (sign % 2 == 0 ? 0.1f : -0.1f);
			}
			final Picture smooth = Weave.smooth(woven, Progress.NONE);
			for (int c = 0; c < 3; c++) for (int y = 1; y < HEIGHT - 1; y++) for (int x = 1; x < WIDTH - 1; x++) {
				assertEquals(slope(x, y, c), smooth.get(x, y, c), 1e-5f, "pattern " + pattern);
			}
		}
	}

	private static float slope(final int x, final int y, final int c) {
		return 0.3f + 0.01f * x - 0.005f * y + 0.1f * c;
	}
}
