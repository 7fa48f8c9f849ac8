package org.icportrait.generate;

import java.nio.FloatBuffer;

import org.icportrait.head.HeadModel;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * The neck that no photograph shows, behind and below the ears: networks of so few pixels give it the shirt's colour, or what lies behind it. It is skin of the
 * neck's own colour, shaded by its form, from a soft hair line down to where the photographs show clothes. Immutable; one for each portrait.
 *
 * @param share how much of each pixel of the frame is such skin, 0..1
 * @param colours its colour, linear RGB
 */
record Nape(Picture share, Picture colours) {

	/** Shares of bare skin beside the neck between which it comes: beside locks of long hair the nape is under hair too. */
	private static final float HAIRED = 0.6f, BARE = 0.8f;
	/** Canonical places (dm) between which it ends: in front, above, and at the collar. */
	private static final float FRONT = 0.35f, BEHIND = 0.1f, ABOVE = 0.3f, EAR = 0.05f, COLLAR = 0.06f;
	/** Radii, shares of the frame's side: of the hair line, of what is seen of skin about a place, and of the form. */
	private static final double SOFT = 0.016, ABOUT = 0.05, FORM = 0.04;
	/** How much of what is about a place must be seen skin for that to go on there; and pixels beside what is none, which hold some of that. */
	private static final float MUCH = 0.3f;
	private static final int TOUCHED = 2;

	/** Null where the photographs show no bare neck. @param strength how much of it is drawn, 0..1 */
	static Nape of(final Condition condition, final float strength, final Progress progress) {
		final SeenSkin skin = SeenSkin.of(condition);
		final float drawn = skin == null ? 0 : strength * Smooth.step(HAIRED, BARE, skin.bare());
		return drawn <= 0 ? null : new Nape(share(condition, skin.collar(), drawn, progress), colours(condition, skin, progress));
	}

	private static Picture share(final Condition condition, final float collar, final float strength, final Progress progress) {
		final FloatBuffer maps = condition.maps().buffer();
		final int side = condition.frame().side(), n = side * side;
		final Picture raw = new Picture(side, side, 1);
		final float[] known = new float[n];
		for (int i = 0; i < n; i++) {
			final float y = maps.get(4 * n + i), z = maps.get(5 * n + i);
			known[i] = maps.get(6 * n + i) != 0 ? 1 : 0;
			if (known[i] <= 0 || HeadModel.isScalp(y, z)) continue;
			raw.data()[i] = strength * Smooth.step(FRONT, BEHIND, z) * Smooth.step(ABOVE, EAR, y) * Smooth.step(collar - COLLAR, collar + COLLAR, y);
		}
		return BoxBlur.twice(PushPull.fill(raw, known, progress), Outline.radius(SOFT, condition.frame()), progress);
	}

	/** Near skin that is seen as that goes on, farther off its mean, shaded. */
	private static Picture colours(final Condition condition, final SeenSkin skin, final Progress progress) {
		final int side = condition.frame().side(), n = side * side;
		final boolean[] other = new boolean[n];
		for (int i = 0; i < n; i++) other[i] = !skin.where()[i];
		final boolean[] beside = Dilation.grow(other, side, TOUCHED, progress);
		final float[] known = new float[n];
		for (int i = 0; i < n; i++) known[i] = beside[i] ? 0 : 1;
		final Picture out = BoxBlur.blur(PushPull.fill(condition.startPicture(), known, progress), 1, progress);
		final float[] about = BoxBlur.twice(new Picture(side, side, 1, known), Outline.radius(ABOUT, condition.frame()), progress).data(), light = light(condition, progress);
		for (int i = 0; i < 3 * n; i++) {
			final float mean = light[i % n] * skin.mean()[i / n];
			out.data()[i] = mean + Smooth.step(0, MUCH, about[i % n]) * (out.data()[i] - mean);
		}
		return out;
	}

	/** How bright a soft light makes each place of the head. */
	private static float[] light(final Condition condition, final Progress progress) {
		final FloatBuffer maps = condition.maps().buffer();
		final int side = condition.frame().side(), n = side * side;
		final Picture raw = new Picture(side, side, 1);
		final float[] known = new float[n];
		for (int i = 0; i < n; i++) {
			raw.data()[i] = maps.get(6 * n + i);
			known[i] = raw.data()[i] != 0 ? 1 : 0;
		}
		final Picture form = BoxBlur.twice(PushPull.fill(raw, known, progress), Outline.radius(FORM, condition.frame()), progress);
		final float[] light = new float[n];
		for (int i = 0; i < n; i++) light[i] = (float) Relief.lit(form, i, condition.frame().dm());
		return light;
	}

	/** What was generated, linear RGB in the frame, with this skin laid over it; a new picture. */
	Picture over(final Picture made) {
		final Picture out = made.copy();
		final int n = made.planeSize();
		for (int i = 0; i < 3 * n; i++) out.data()[i] += share.data()[i % n] * (colours.data()[i] - out.data()[i]);
		return out;
	}
}
