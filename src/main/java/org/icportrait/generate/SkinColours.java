package org.icportrait.generate;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Skin where no photograph shows any: the mean of cheeks or neck in the light that seen skin stands in, and near that as much brighter, darker or redder as it is
 * itself. Stateless.
 */
final class SkinColours {

	/** Radii, shares of the frame's side: of what is seen of skin about a place, of heights, and of the form, which keeps a jaw. */
	private static final double ABOUT = 0.05, HEIGHTS = 0.04, FORM = 0.015;
	/** How much of what is about a place must be seen skin for that to go on there; and pixels beside what is none, which hold some of that. */
	private static final float MUCH = 0.3f;
	private static final int TOUCHED = 2;
	/** What is seen less straight, or is darker beside the cheeks, goes on nowhere: edges of the photograph's, hair and beards. */
	private static final float STRAIGHT = 0.1f, SHADED = 0.6f;
	/** Heights (dm) below an ear between which the neck gives way to the face, and by how much a jaw falls to the front (dm for each dm). */
	private static final float NECK = -0.6f, JAW = -0.4f, RISE = 0.4f;
	private static final float DARKEST = 1e-4f;
	private static final float[] WHITE = { 1, 1, 1 };

	private SkinColours() {}

	/** Linear RGB over the frame. */
	static Picture of(final Condition condition, final SeenSkin skin, final Form form, final Progress progress) {
		final int side = condition.frame().side(), n = side * side, fine = Outline.radius(FORM, condition.frame());
		final Picture start = condition.startPicture();
		final float[] known = known(condition, start.data(), skin, progress), face = face(condition, progress);
		final float[] light = form.inward(SkinLight.of(start, form.smooth(fine, progress), face, condition, skin), 2 * fine, progress);
		final Picture mean = new Picture(side, side, 3), apart = new Picture(side, side, 3);
		for (int i = 0; i < 3 * n; i++) {
			final float neck = skin.mean()[i / n];
			mean.data()[i] = light[i % n] * (neck + face[i % n] * (skin.cheek()[i / n] - neck));
			apart.data()[i] = start.data()[i] / Math.max(DARKEST, mean.data()[i]);
		}
		trust(known, apart.data(), face);
		final float[] about = BoxBlur.twice(new Picture(side, side, 1, known), Outline.radius(ABOUT, condition.frame()), progress).data();
		final Picture out = BoxBlur.blur(PushPull.fill(apart, known, progress), 1, progress);
		for (int i = 0; i < 3 * n; i++) out.data()[i] = mean.data()[i] * (1 + Smooth.step(0, MUCH, about[i % n]) * (out.data()[i] - 1));
		return out;
	}

	/**
	 * What is strange beside skin in its light counts less: hair is seen through, walls and hair throw their colour on what is seen askance. In place. A neck
	 * may be brighter where its shoulder begins, in the way of lamps that its head keeps from the face.
	 */
	private static void trust(final float[] known, final float[] apart, final float[] face) {
		final int n = known.length;
		for (int i = 0; i < n; i++) {
			if (known[i] <= 0) continue;
			final float lit = Math.max(1, Colour.luminance(apart[i], apart[n + i], apart[2 * n + i])), by = lit + face[i] * (1 - lit);
			known[i] /= (float) SkinTone.strangeness(apart[i] / by, apart[n + i] / by, apart[2 * n + i] / by, WHITE);
		}
	}

	/** How far each pixel is the face's and not the neck's, 0..1: jaws rise from the chin to the ears. */
	static float[] face(final Condition condition, final Progress progress) {
		final float[] height = condition.continued(Condition.Y, HEIGHTS, progress).data(), front = condition.continued(Condition.Z, HEIGHTS, progress).data();
		final float[] out = new float[height.length];
		for (int i = 0; i < out.length; i++) out[i] = Smooth.step(NECK, JAW, height[i] + RISE * Math.max(0, front[i]));
		return out;
	}

	/** 1 where skin is seen that goes on, else 0. */
	private static float[] known(final Condition condition, final float[] start, final SeenSkin skin, final Progress progress) {
		final int n = start.length / 3;
		final float[] straight = Flecks.straight(condition, progress).data(), known = new float[n];
		final float darkest = SHADED * Colour.luminance(skin.cheek()[0], skin.cheek()[1], skin.cheek()[2]);
		final boolean[] other = new boolean[n], lit = Garment.of(condition, skin).litSkin(condition);
		for (int i = 0; i < n; i++) other[i] = !skin.where()[i] && !lit[i] || straight[i] < STRAIGHT || Colour.luminance(start[i], start[n + i], start[2 * n + i]) < darkest;
		final boolean[] beside = Dilation.grow(other, condition.frame().side(), TOUCHED, progress);
		for (int i = 0; i < n; i++) known[i] = beside[i] ? 0 : 1;
		return known;
	}
}
