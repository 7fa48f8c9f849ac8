package org.icportrait.generate;

import java.nio.FloatBuffer;

import org.icportrait.head.HeadModel;

/** The colour of a person's skin, by the sides of the face as far as the photographs show them. Stateless. */
final class CheekColour {

	/** Canonical dm: how far from the middle, from where to where; fewer pixels of them say nothing. */
	private static final float ASIDE = 0.3f, LOW = -0.6f, HIGH = 0.3f;
	private static final int FEWEST = 30;
	private static final float DARKEST = 1e-4f;

	private CheekColour() {}

	/** Its mean, linear RGB, above 0; null where the photographs show little of it. */
	static float[] of(final Condition condition) {
		final FloatBuffer maps = condition.maps().buffer();
		final int n = condition.frame().side() * condition.frame().side();
		final float[] start = condition.startPicture().data(), sum = new float[3];
		int count = 0;
		for (int i = 0; i < n; i++) {
			final float x = maps.get(3 * n + i), y = maps.get(4 * n + i), z = maps.get(5 * n + i);
			if (maps.get(i) < Outline.TRUSTED || maps.get(n + i) == 0 || HeadModel.isScalp(y, z) || Math.abs(x) < ASIDE || y < LOW || y > HIGH) continue;
			for (int c = 0; c < 3; c++) sum[c] += start[c * n + i];
			count++;
		}
		for (int c = 0; c < 3; c++) sum[c] = Math.max(DARKEST, sum[c] / Math.max(1, count));
		return count < FEWEST ? null : sum;
	}
}
