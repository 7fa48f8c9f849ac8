package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.SKIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SkinToneTest {

	private static final int N = 100;

	/** Of a hundred pixels of skin the last ones have another colour. */
	private static float[] colours(final int others, final float... other) {
		final float[] out = new float[3 * N];
		for (int i = 0; i < 3 * N; i++) out[i] = i % N < N - others ? SKIN[i / N] : other[i / N];
		return out;
	}

	private static float[] all() {
		final float[] out = new float[N];
		java.util.Arrays.fill(out, 1);
		return out;
	}

	@Test
	void stubbleAndGleamsHardlyCount() {
		for (final float[] other : new float[][] { { 0.05f, 0.045f, 0.04f }, { 1.5f, 1.4f, 1.3f } }) {
			final float[] mean = SkinTone.mean(colours(20, other), all());
			for (int c = 0; c < 3; c++) assertEquals(SKIN[c], mean[c], 0.06f * SKIN[c], "channel " + c);
		}
	}

	@Test
	void whatAWallThrowsOnItHardlyCounts() {
		final float[] mean = SkinTone.mean(colours(30, 0.35f, 0.33f, 0.32f), all());
		for (int c = 0; c < 3; c++) assertEquals(SKIN[c], mean[c], 0.05f * SKIN[c], "channel " + c);
	}

	@Test
	void whatHasNoWeightDoesNotCount() {
		final float[] weight = all();
		for (int i = 50; i < N; i++) weight[i] = 0;
		final float[] mean = SkinTone.mean(colours(50, 0, 1, 0), weight);
		for (int c = 0; c < 3; c++) assertEquals(SKIN[c], mean[c], 1e-5f);
	}

	@Test
	void itIsAboveNothing() {
		for (final float one : SkinTone.mean(new float[3 * N], all())) assertEquals(1e-4f, one, 1e-9f);
	}
}
