package org.icportrait.finish;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.image.Picture;
import org.icportrait.texture.ColourAxes;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class ChromaTest {

	/** Axes of colour: brown on the left, a brighter pink on the right, with noise in each axis. */
	private static Picture axes(final float noise) {
		final Random random = new Random(3);
		final Picture axes = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < N; i++) {
			final boolean left = i % SIDE < MIDDLE;
			axes.data()[i] = (left ? 0.4f : 1.2f) + noise * (float) random.nextGaussian();
			axes.data()[N + i] = (left ? 0.04f : 0.2f) + noise * (float) random.nextGaussian();
			axes.data()[2 * N + i] = (left ? 0.05f : -0.02f) + noise * (float) random.nextGaussian();
		}
		return axes;
	}

	@Test
	void noiseOfColourGoesAndBrightnessStays() {
		final Picture noisy = axes(0.02f), linear = noisy.copy();
		ColourAxes.toLinear(linear);
		final Picture smooth = ColourAxes.of(Chroma.smooth(linear, Progress.NONE)), clean = axes(0);
		double before = 0, after = 0;
		for (int i = 0; i < N; i++) {
			assertEquals(noisy.data()[i], smooth.data()[i], 2e-3f);
			if (Math.abs(i % SIDE - MIDDLE) < 4) continue;
			for (int k = i + N; k < 3 * N; k += N) {
				before += Math.pow(noisy.data()[k] - clean.data()[k], 2);
				after += Math.pow(smooth.data()[k] - clean.data()[k], 2);
			}
		}
		assertTrue(after < before / 16, before + " became " + after);
	}

	@Test
	void coloursMeetWhereBrightnessDoes() {
		final Picture linear = axes(0);
		ColourAxes.toLinear(linear);
		final Picture smooth = ColourAxes.of(Chroma.smooth(linear, Progress.NONE)), clean = axes(0);
		for (int i = N; i < 3 * N; i++) assertEquals(clean.data()[i], smooth.data()[i], 0.015f, "column " + i % SIDE);
	}
}
