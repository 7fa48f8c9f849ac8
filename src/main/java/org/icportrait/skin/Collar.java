package org.icportrait.skin;

import java.util.Arrays;
import java.util.function.IntPredicate;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Shown;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.ConnectedParts;
import org.icportrait.image.Dilation;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Cloth below a neck that no photograph shows there: networks of so few pixels paint a fog of skin, shirt and wall. It is where cloth is the nearest that is seen
 * and lies no higher than clothes begin. Immutable.
 *
 * @param share how much of each pixel of the frame is cloth and no skin, 0..1; one channel
 * @param colours of the cloth, linear RGB
 */
record Collar(Picture share, Picture colours) {

	/** Heights (dm) about the collar between which cloth becomes likely; above which nothing is; and how far above it seen skin still tells. */
	private static final float UP = 0.14f, DOWN = -0.06f, ABOVE = 0.3f;
	/** Shares of the frame's side: radii of heights and of cloth's folds, and by how much nearer to cloth than to skin it surely is beside cloth. */
	private static final double HEIGHTS = 0.02, FOLDS = 0.01, NEARER = 0.012;
	/** Skin so many times as far off as cloth is as likely: a neck goes on down to a collar, whose seen line is its end. */
	private static final float RATHER = 1.5f;
	/** Half of a collar's border, as a likelihood; a smaller part than so much of the largest is none of clothes, but skin that a lamp makes white, or a shade, unless no skin has its colour. */
	private static final float EDGE = 0.15f, SMALL = 0.1f;
	/** Pixels beside another thing that hold some of that; fewer pixels are no clothes. */
	private static final int TOUCHED = 2, FEWEST = 60;

	/** Null where the photographs show no clothes. @param bodied whether something closes the body, whose cloth is not seen but near */
	static Collar of(final Condition condition, final Garment garment, final boolean bodied, final Progress progress) {
		final int side = condition.frame().side(), n = side * side;
		final Picture start = condition.startPicture();
		final SeenSkin skin = garment.skin();
		final boolean[] worn = new boolean[n], skinned = new boolean[n];
		for (int i = 0; i < n; i++) {
			if (!Shown.isShown(condition, i) || condition.y(i) > skin.collar() + ABOVE) continue;
			final boolean other = garment.isCloth(start, i);
			skinned[i] = !other;
			worn[i] = other && condition.y(i) < skin.collar() + UP;
		}
		final boolean[] cloth = Dilation.shrink(worn, side, TOUCHED, progress);
		// Of what closes a body only parts are seen, small ones too.
		if (keepLarge(cloth, side, bodied ? 0 : SMALL, i -> skin.isGaudy(start, i)) < FEWEST) return null;
		final boolean[] about = Dilation.grow(cloth, side, 2 * TOUCHED, progress);
		for (int i = 0; i < n; i++) skinned[i] |= !bodied && worn[i] && !about[i];
		final boolean[] bare = Dilation.shrink(skinned, side, TOUCHED, progress);
		final Picture colours = BoxBlur.twice(continued(start, cloth, progress), condition.frame().radius(FOLDS), progress);
		return new Collar(share(cloth, bare, skin.collar(), bodied ? 1 : RATHER, condition, progress), colours);
	}

	/** The cloth's colours beyond it; what is strange beside their mean counts less: gaps that a shade makes dark, and skin. */
	private static Picture continued(final Picture start, final boolean[] cloth, final Progress progress) {
		final int n = start.planeSize();
		final float[] shown = Picture.ofMask(cloth, start.width()).data(), tone = SkinTone.mean(start.data(), shown);
		for (int i = 0; i < n; i++) if (cloth[i]) shown[i] /= (float) SkinTone.strangeness(start.data()[i], start.data()[n + i], start.data()[2 * n + i], tone);
		return PushPull.fill(start, shown, progress);
	}

	/** Takes parts from a mask, in place, that are smaller than so much of the largest and not surely cloth by most of their pixels; how many pixels are left. */
	private static int keepLarge(final boolean[] cloth, final int side, final float small, final IntPredicate isSure) {
		int largest = 0, left = 0;
		for (final int[] part : new ConnectedParts(cloth, side)) largest = Math.max(largest, part.length);
		for (final int[] part : new ConnectedParts(cloth, side)) {
			if (part.length >= small * largest || 2 * Arrays.stream(part).filter(isSure).count() > part.length) left += part.length;
			else for (final int i : part) cloth[i] = false;
		}
		return left;
	}

	private static Picture share(final boolean[] cloth, final boolean[] bare, final float collar, final float rather, final Condition condition,
		final Progress progress)
	{
		final int side = condition.frame().side(), nearer = condition.frame().radius(NEARER);
		final float[] toCloth = Distance.to(cloth, side, side, progress), toSkin = Distance.to(bare, side, side, progress);
		final float[] height = condition.continued(Condition.Y, HEIGHTS, progress).data();
		final Picture likely = new Picture(side, side, 1);
		for (int i = 0; i < height.length; i++) {
			likely.data()[i] = Smooth.step(-nearer, nearer, toSkin[i] - rather * toCloth[i]) * Smooth.step(collar + UP, collar + DOWN, height[i]);
		}
		final Picture share = BoxBlur.twice(likely, 1, progress);
		for (int i = 0; i < height.length; i++) share.data()[i] = Smooth.step(0.5f - EDGE, 0.5f + EDGE, share.data()[i]);
		return share;
	}

	/** Lays the cloth over skin, linear RGB; in place. @param strength 0..1 */
	void over(final Picture skin, final float strength) {
		final int n = skin.planeSize();
		for (int i = 0; i < 3 * n; i++) skin.data()[i] += strength * share.data()[i % n] * (colours.data()[i] - skin.data()[i]);
	}
}
