package org.icportrait.generate;

import java.nio.FloatBuffer;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Cloth below a neck that no photograph shows there: networks of so few pixels paint a fog of skin, shirt and wall. It is where that is beside cloth that is seen
 * and lies no higher than clothes begin. Immutable.
 *
 * @param share how much of each pixel of the frame is cloth and no skin, 0..1; one channel
 * @param colours of the cloth, linear RGB
 */
record Collar(Picture share, Picture colours) {

	/** Heights (dm) about the collar between which cloth becomes likely; and how far above it what is seen still tells. */
	private static final float UP = 0.14f, DOWN = -0.06f, ABOVE = 0.3f;
	/** Shares of cloth in what is seen nearest between which it is beside cloth. */
	private static final float SOME = 0.4f, MOST = 0.9f;
	/** Radii, shares of the frame's side: of heights, and of cloth's folds. */
	private static final double HEIGHTS = 0.02, FOLDS = 0.01;
	private static final float OWN = 0.5f;
	/** Half of a collar's border, as a likelihood; pixels beside another thing that hold some of that; fewer pixels are no clothes. */
	private static final float EDGE = 0.15f;
	private static final int TOUCHED = 2, FEWEST = 60;

	/** Null where the photographs show no clothes. */
	static Collar of(final Condition condition, final SeenSkin skin, final Progress progress) {
		final int side = condition.frame().side(), n = side * side;
		final FloatBuffer maps = condition.maps().buffer();
		final Picture start = condition.startPicture(), likely = new Picture(side, side, 1);
		final boolean[] cloth = new boolean[n], bare = new boolean[n];
		for (int i = 0; i < n; i++) {
			if (Outline.own(maps.get(i), maps.get(n + i), 0) < OWN || maps.get(4 * n + i) > skin.collar() + ABOVE) continue;
			cloth[i] = skin.isCloth(start, i);
			bare[i] = !cloth[i];
		}
		final float[] ofCloth = inside(cloth, side, progress), ofSkin = inside(bare, side, progress), known = new float[n], height = height(condition, progress);
		int count = 0;
		for (int i = 0; i < n; i++) {
			known[i] = Math.max(ofCloth[i], ofSkin[i]);
			count += (int) ofCloth[i];
		}
		if (count < FEWEST) return null;
		final float[] beside = PushPull.fill(new Picture(side, side, 1, ofCloth), known, progress).data();
		for (int i = 0; i < n; i++) likely.data()[i] = Smooth.step(SOME, MOST, beside[i]) * Smooth.step(skin.collar() + UP, skin.collar() + DOWN, height[i]);
		final Picture share = BoxBlur.twice(likely, 1, progress);
		for (int i = 0; i < n; i++) share.data()[i] = Smooth.step(0.5f - EDGE, 0.5f + EDGE, share.data()[i]);
		return new Collar(share, BoxBlur.twice(PushPull.fill(start, ofCloth, progress), Outline.radius(FOLDS, condition.frame()), progress));
	}

	/** 1 where a mask is set and no pixel beside it is not, else 0. */
	private static float[] inside(final boolean[] mask, final int side, final Progress progress) {
		final boolean[] other = new boolean[mask.length];
		for (int i = 0; i < mask.length; i++) other[i] = !mask[i];
		final boolean[] beside = Dilation.grow(other, side, TOUCHED, progress);
		final float[] out = new float[mask.length];
		for (int i = 0; i < mask.length; i++) out[i] = beside[i] ? 0 : 1;
		return out;
	}

	/** Canonical heights (dm), continued beyond the head. */
	private static float[] height(final Condition condition, final Progress progress) {
		final FloatBuffer maps = condition.maps().buffer();
		final int side = condition.frame().side(), n = side * side;
		final Picture raw = new Picture(side, side, 1);
		final float[] known = new float[n];
		for (int i = 0; i < n; i++) {
			raw.data()[i] = maps.get(4 * n + i);
			known[i] = maps.get(6 * n + i) != 0 ? 1 : 0;
		}
		return BoxBlur.twice(PushPull.fill(raw, known, progress), Outline.radius(HEIGHTS, condition.frame()), progress).data();
	}

	/** Lays the cloth over skin, linear RGB; in place. */
	void over(final Picture skin) {
		final int n = skin.planeSize();
		for (int i = 0; i < 3 * n; i++) skin.data()[i] += share.data()[i % n] * (colours.data()[i] - skin.data()[i]);
	}
}
