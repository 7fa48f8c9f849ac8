package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.image.Colour;
import org.icportrait.morphable.Auricle;

/** The tinge of a person's ears beside the cheeks', as far as the photographs show them, askance mostly. Stateless. */
final class EarTinge {

	private EarTinge() {}

	static float[] of(final Condition condition, final SeenSkin skin) {
		final int n = condition.frame().side() * condition.frame().side();
		final float[] weight = new float[n];
		int count = 0;
		for (int i = 0; i < n; i++) {
			if (condition.covered(i) == 0 || condition.mirrored(i) > 0.5f || !skin.where()[i] || Math.abs(condition.x(i)) < 0.6f || Auricle.within(condition.y(i), condition.z(i)) < 0) continue;
			weight[i] = 1;
			count++;
		}
		if (count > 0) {
			final float[] m = SkinTone.mean(condition.startPicture().data(), weight), c = skin.cheek();
			final double l = Colour.luminance(m[0], m[1], m[2]) / Colour.luminance(c[0], c[1], c[2]);
			System.err.printf("TINGE %d lum %.3f rg %.3f bg %.3f cheek %.3f %.3f %.3f%n", count, Math.log(l), Math.log(m[0] / m[1] * c[1] / c[0]), Math.log(m[2] / m[1] * c[1] / c[2]), c[0], c[1], c[2]);
		}
		return new float[] { 1, 1, 1 };
	}
}
