package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A light whose blue falls to nothing on one side of the head. */
class LightColoursTest {

	private static final int N = LitScenes.MAPS.size();

	private static Picture shading(final double left) {
		final Picture out = new Picture(LitScenes.MAPS.width(), LitScenes.MAPS.height(), 3);
		for (int i = 0; i < 3 * N; i++) out.data()[i] = i >= 2 * N && LitScenes.MAPS.coordinates().data()[i % N] < -0.6 ? (float) left : 0.5f;
		return out;
	}

	@Test
	void aStrongColourIsDrawnInAndKeepsItsLuminance() {
		final Picture before = shading(0.02), after = before.copy();
		LightColours.drawIn(LitScenes.MAPS, after, Progress.NONE);
		for (int i = 0; i < N; i++) {
			final float[] a = after.data(), b = before.data();
			assertEquals(Colour.luminance(b[i], b[N + i], b[2 * N + i]), Colour.luminance(a[i], a[N + i], a[2 * N + i]), 1e-5);
			assertTrue(a[2 * N + i] > 0.5 * a[i], "blue " + a[2 * N + i] + " beside red " + a[i]);
		}
	}

	@Test
	void aFaintOneStays() {
		final Picture before = shading(0.42), after = before.copy();
		LightColours.drawIn(LitScenes.MAPS, after, Progress.NONE);
		for (int i = 0; i < 3 * N; i++) assertEquals(before.data()[i], after.data()[i], 1e-6);
	}
}
