package org.icportrait.finish;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Denoising;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * The person's own colours in what was generated, in the frame. Beside the outline they hold no background (the foreground colours of matting), so that it
 * is not mixed in twice; and along the step from the geometric head to what lies behind, which the networks look at and the wanted picture has not,
 * where they are at their worst, colours come from both sides. Immutable.
 *
 * @param colours linear RGB, to be laid on as far as a person is drawn or generated
 * @param opacity of these colours, 0..1: below 1 where the networks took away what geometry drew
 */
record Foreground(Picture colours, Picture opacity) {

	/** Mattes between which a colour is the person's alone. */
	private static final float MIXED = 0.7f, PURE = 0.95f;
	/** Half the width of what is not believed along the step, and of what is beside a pixel, share of the frame's side. */
	private static final double STEP = 0.012;
	/** Mean purity about a pixel from which on its neighbours speak for it. */
	private static final float BESIDE = 0.08f;
	/** From these on a pixel counts as the geometric head's, or as a generated person's. */
	private static final float COVERED = 0.5f, PERSON = 0.7f;

	/**
	 * @param generated with a smooth matte
	 * @param person how much each pixel is generated as the person's, 0..1
	 * @param drawn how much of each geometry draws, 0..1
	 */
	static Foreground of(final Denoising.Generated generated, final Picture person, final Picture drawn, final Condition condition, final Progress progress) {
		final Picture made = generated.colours(), matte = generated.matte();
		final Picture pure = pure(made, purity(matte, drawn, condition, progress), condition.frame().radius(STEP), progress);
		final Picture out = made.copy(), opacity = new Picture(made.width(), made.height(), 1);
		final int n = made.planeSize();
		for (int i = 0; i < n; i++) {
			final float own = person.data()[i], most = Math.max(own, drawn.data()[i]), share = most > 0 ? own / most : 1;
			for (int c = 0; c < 3; c++) out.data()[c * n + i] += share * (pure.data()[c * n + i] - made.data()[c * n + i]);
			opacity.data()[i] = matte.data()[i] + share * (1 - matte.data()[i]);
		}
		return new Foreground(out, opacity);
	}

	/** Each pixel as far as it is pure, else the mean of pure ones beside it; what has none beside it stays: from afar comes another thing's colour. */
	private static Picture pure(final Picture made, final float[] purity, final int radius, final Progress progress) {
		final int n = purity.length;
		final Picture out = made.copy();
		final float[] mean = BoxBlur.twice(made.weighted(purity), radius, progress).data();
		for (int i = 0; i < 3 * n; i++) {
			final float about = mean[3 * n + i % n], taken = (1 - purity[i % n]) * Smooth.step(0, BESIDE, about);
			if (taken > 0) out.data()[i] += taken * (mean[i] / about - made.data()[i]);
		}
		return out;
	}

	/** How much the colours of each pixel are believed to be the person's, 0..1. */
	private static float[] purity(final Picture matte, final Picture drawn, final Condition condition, final Progress progress) {
		final int n = matte.planeSize(), radius = condition.frame().radius(STEP);
		final boolean[] shown = new boolean[n], made = new boolean[n];
		for (int i = 0; i < n; i++) {
			shown[i] = drawn.data()[i] > COVERED;
			made[i] = !shown[i] && matte.data()[i] > PERSON;
		}
		final boolean[] nearShown = Dilation.grow(shown, matte.width(), radius, progress), nearMade = Dilation.grow(made, matte.width(), radius, progress);
		final float[] purity = new float[n];
		for (int i = 0; i < n; i++) {
			if (nearShown[i] && nearMade[i]) continue;
			purity[i] = shown[i] ? 1 : Smooth.step(MIXED, PURE, matte.data()[i]);
		}
		return purity;
	}
}
