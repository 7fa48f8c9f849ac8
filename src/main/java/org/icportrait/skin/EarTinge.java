package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Shown;
import org.icportrait.image.Colour;
import org.icportrait.morphable.Auricle;

/** The tinge of a person's ears beside that of the cheeks: as far as photographs show them, askance mostly, else that of most people. Stateless. */
final class EarTinge {

	/** Logarithms of red and blue to green beside the cheeks': of most people (means of ears that photographs show), and at most either way. */
	private static final double RED = 0.09, BLUE = 0.04, MOST = 0.14;
	/** So many pixels of a person's own count as much as most people's. */
	private static final int SURE = 60;
	/** How far aside (dm) ears lie. */
	private static final float ASIDE = 0.6f;

	private EarTinge() {}

	/** What the channels of skin are to be multiplied by, of a brightness that stays; 1 where colours are to be none. @param skin that the photographs show; null for too little */
	static float[] of(final Condition condition, final SeenSkin skin) {
		if (condition.isGrey() || skin == null) return new float[] { 1, 1, 1 };
		final float[] weight = seen(condition, skin), cheek = skin.cheek();
		int count = 0;
		for (final float one : weight) if (one > 0) count++;
		double red = RED, blue = BLUE;
		if (count > 0) {
			final float[] ear = SkinTone.mean(condition.startPicture().data(), weight);
			final double own = count / (double) (count + SURE), green = Math.log(ear[1] / cheek[1]);
			red += own * (Math.log(ear[0] / cheek[0]) - green - red);
			blue += own * (Math.log(ear[2] / cheek[2]) - green - blue);
		}
		final float r = (float) Math.exp(within(red)), b = (float) Math.exp(within(blue));
		final float bright = Colour.luminance(r * cheek[0], cheek[1], b * cheek[2]) / Colour.luminance(cheek);
		return new float[] { r / bright, 1 / bright, b / bright };
	}

	private static double within(final double logarithm) {
		return Math.max(-MOST, Math.min(MOST, logarithm));
	}

	/** 1 where a photograph shows skin of an ear, else 0; not in the mirror, which may show a cheek's. */
	private static float[] seen(final Condition condition, final SeenSkin skin) {
		final float[] out = new float[skin.where().length];
		for (int i = 0; i < out.length; i++) {
			if (!skin.where()[i] || condition.covered(i) == 0 || Math.abs(condition.x(i)) < ASIDE || Auricle.within(condition.y(i), condition.z(i)) < 0) continue;
			out[i] = Shown.itself(condition.mirrored(i));
		}
		return out;
	}
}
