package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Shown;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;

/**
 * What tells clothes from skin: most have a tinge that skin has in no light. Of those that have not, and in grey photographs, it is the colour of the sides of the
 * chest, which are dressed if anything is. Immutable.
 *
 * @param skin that is seen
 * @param tone linear RGB of the clothes; null where tinges tell them, where they are as skin is, or where too little is seen
 */
record Garment(SeenSkin skin, float[] tone) {

	/** Canonical dm: from how far aside and below which height the sides of a chest are looked at; fewer pixels of them say nothing. */
	private static final float ASIDE = 0.9f, LOWER = -1.35f;
	private static final int FEWEST = 60;
	/** Stranger ({@link SkinTone#strangeness}) beside skin clothes are no skin in another light: twice as bright, or half as. */
	private static final double APART = 4;
	/** So far (dm) below the collar lit skin is told from cloth. */
	private static final float BELOW = 0.2f;

	/** @param skin of the same condition */
	static Garment of(final Condition condition, final SeenSkin skin) {
		final Picture start = condition.startPicture();
		final int n = start.planeSize();
		final float[] sides = new float[n];
		int count = 0;
		for (int i = 0; i < n; i++) {
			if (!Shown.isShown(condition, i) || Math.abs(condition.x(i)) < ASIDE || condition.y(i) > LOWER) continue;
			sides[i] = 1;
			count++;
		}
		if (count < FEWEST) return new Garment(skin, null);
		final float[] tone = SkinTone.mean(start.data(), sides);
		final boolean told = skin.isCloth(new Picture(1, 1, 3, tone), 0) || SkinTone.strangeness(tone[0], tone[1], tone[2], skin.mean()) < APART;
		return new Garment(skin, told ? null : tone);
	}

	/** Whether a pixel of other colours, linear RGB over the frame, is no skin, however brightly that is lit. */
	boolean isCloth(final Picture colours, final int i) {
		if (tone == null || skin.isCloth(colours, i)) return skin.isCloth(colours, i);
		final int n = colours.planeSize();
		final float r = colours.data()[i], g = colours.data()[n + i], b = colours.data()[2 * n + i];
		return SkinTone.strangeness(r, g, b, tone) < SkinTone.strangeness(r, g, b, skin.mean());
	}

	/** Pixels that show skin beside the neck brighter than faces are; none where its tinge does not tell it from cloth. */
	boolean[] litSkin(final Condition condition) {
		final Picture start = condition.startPicture();
		final int n = start.planeSize();
		final double bright = SeenSkin.BRIGHT * Colour.luminance(skin.cheek());
		final boolean[] out = new boolean[n];
		for (int i = 0; i < n; i++) {
			final float y = condition.y(i);
			if (tone != null || y > SeenSkin.HIGHEST || y < skin.collar() - BELOW || !Shown.isShown(condition, i)) continue;
			out[i] = Colour.luminance(start, i) >= bright && !skin.isCloth(start, i);
		}
		return out;
	}
}
