package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Skin where no photograph shows any: the mean of cheeks or neck in the light that seen skin stands in, and near that as much brighter, darker or redder as it is
 * itself. Immutable.
 *
 * @param colours linear RGB over the frame
 * @param beard that goes on in them; null where none is seen
 * @param light that they lie in
 */
record SkinColours(Picture colours, Beard beard, SkinLight light) {

	/** Radii, shares of the frame's side: of what is seen of skin about a place, of the form from the ears up and below them, where it keeps the jaw's edge, and of what goes on of seen skin. */
	private static final double ABOUT = 0.05, FORM = 0.015, EDGE = 0.008, EVEN = 0.024;
	/** How much of what is about a place must be seen skin for that to go on there; and pixels beside what is none, which hold some of that. */
	private static final float MUCH = 0.3f, HALF = 0.5f;
	private static final int TOUCHED = 2;
	/** What is seen less straight, or is darker beside the cheeks, goes on nowhere: edges of the photograph's, hair and beards. */
	private static final float STRAIGHT = 0.1f, SHADED = 0.6f;
	private static final float DARKEST = 1e-4f;
	private static final float[] WHITE = { 1, 1, 1 };

	static SkinColours of(final Condition condition, final Garment garment, final Form form, final Progress progress) {
		final int side = condition.frame().side(), n = side * side, coarse = condition.frame().radius(FORM);
		final SeenSkin skin = garment.skin();
		final Picture start = condition.startPicture();
		final Jaw jaw = Jaw.of(condition, form, progress);
		final float[] known = known(condition, start.data(), garment, progress), face = jaw.face();
		final SkinLight raw = SkinLight.of(start, smooth(form, coarse, jaw, condition, progress), jaw, condition, skin);
		final float[] light = form.inward(raw.bright(), 2 * coarse, progress);
		final Picture mean = new Picture(side, side, 3), apart = new Picture(side, side, 3);
		for (int i = 0; i < 3 * n; i++) {
			final float neck = skin.mean()[i / n];
			mean.data()[i] = light[i % n] * (neck + face[i % n] * (skin.cheek()[i / n] - neck));
		}
		final Beard beard = Beard.of(condition, mean, progress);
		if (beard != null) beard.over(mean, known);
		for (int i = 0; i < 3 * n; i++) apart.data()[i] = start.data()[i] / Math.max(DARKEST, mean.data()[i]);
		trust(known, apart.data(), face);
		final float[] about = BoxBlur.twice(new Picture(side, side, 1, known), condition.frame().radius(ABOUT), progress).data();
		final Picture out = continued(apart, known, condition.frame().radius(EVEN), progress);
		for (int i = 0; i < 3 * n; i++) out.data()[i] = mean.data()[i] * (1 + Smooth.step(0, MUCH, about[i % n]) * (out.data()[i] - 1));
		return new SkinColours(out, beard, new SkinLight(light, raw.face()));
	}

	/** Numbers without what is fine of them, continued to where nothing is known: spots and grain that are continued are blotches. */
	private static Picture continued(final Picture numbers, final float[] known, final int radius, final Progress progress) {
		final int n = known.length;
		final Picture even = new Picture(numbers.width(), numbers.height(), 3);
		final float[] mean = BoxBlur.twice(numbers.weighted(known), radius, progress).data(), weight = new float[n];
		for (int i = 0; i < n; i++) weight[i] = Math.min(1, mean[3 * n + i] / HALF);
		for (int i = 0; i < 3 * n; i++) if (weight[i % n] > 0) even.data()[i] = mean[i] / mean[3 * n + i % n];
		return BoxBlur.blur(PushPull.fill(even, weight, progress), 1, progress);
	}

	/** The form without detail: ears have a relief of their own, which would be theirs twice. @param coarse radius from the ears up, pixels */
	static Picture smooth(final Form form, final int coarse, final Jaw jaw, final Condition condition, final Progress progress) {
		final Picture out = form.smooth(coarse, progress), fine = form.smooth(condition.frame().radius(EDGE), progress);
		for (int i = 0; i < jaw.below().length; i++) out.data()[i] += jaw.below()[i] * (fine.data()[i] - out.data()[i]);
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

	/** 1 where skin is seen that goes on, else 0. */
	private static float[] known(final Condition condition, final float[] start, final Garment garment, final Progress progress) {
		final SeenSkin skin = garment.skin();
		final int n = start.length / 3;
		final float[] straight = Flecks.straight(condition, progress).data(), known = new float[n];
		final float darkest = SHADED * Colour.luminance(skin.cheek());
		final boolean[] other = new boolean[n], lit = garment.litSkin(condition);
		for (int i = 0; i < n; i++) other[i] = !skin.where()[i] && !lit[i] || straight[i] < STRAIGHT || Colour.luminance(start[i], start[n + i], start[2 * n + i]) < darkest;
		final boolean[] beside = Dilation.grow(other, condition.frame().side(), TOUCHED, progress);
		for (int i = 0; i < n; i++) known[i] = beside[i] ? 0 : 1;
		return known;
	}
}
