package org.icportrait.finish;

import java.nio.FloatBuffer;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Shown;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.outline.Outline;
import org.icportrait.work.Progress;

/**
 * Brings what was generated to the photograph's colours along the border, and to what a mask leaves as it is, fading inward, as in the gradient domain (Perez
 * et al. 2003, by a pyramid). Differences are of sRGB values: those of bright parts would take dark ones below black. Stateless.
 */
final class BorderColour {

	/** How far in the correction has fallen to half, share of the frame's side. */
	private static final double REACH = 0.06;
	/** Pixels beside the photograph's end that tell nothing: they hold part of what was behind, and the networks blur across them. */
	private static final int TOUCHED = 2;
	private static final float COVERED = 0.5f;
	/** Radius over which differences are averaged, share of the side and, at least, pixels. */
	private static final double ABOUT = 0.016;
	private static final int NARROWEST = 3;
	/** How far a pixel's difference may be from those about it to count half: more is a gleam or a hole, not another colour. */
	private static final float STRAY = 0.05f;
	private static final int ROUNDS = 2;

	private BorderColour() {}

	/**
	 * @param made linear RGB, in the frame
	 * @param trusted what {@link Outline#trusted} says
	 * @param held how much of each pixel a mask leaves as it is, 0..1; null for nothing
	 * @return linear RGB, 0..1
	 */
	static Picture fit(final Picture made, final Picture trusted, final Picture held, final Condition condition, final Progress progress) {
		final float[] weight = weight(trusted, held, condition, progress);
		final FloatBuffer start = condition.start().buffer();
		final int n = made.planeSize();
		final Picture apart = new Picture(made.width(), made.height(), 3), out = new Picture(made.width(), made.height(), 3);
		for (int i = 0; i < 3 * n; i++) apart.data()[i] = (start.get(i) + 1) / 2 - Colour.toSrgb(made.data()[i]);
		final Picture filled = PushPull.fill(averaged(apart, weight, progress), weight, progress), near = near(weight, made.width(), progress);
		for (int i = 0; i < 3 * n; i++) {
			final float own = weight[i % n], change = own * apart.data()[i] + (1 - own) * near.data()[i % n] * filled.data()[i];
			out.data()[i] = Colour.shifted(made.data()[i], change);
		}
		return out;
	}

	/** What most pixels about each one say of the difference (a robust mean, by weights anew in each round). */
	private static Picture averaged(final Picture apart, final float[] weight, final Progress progress) {
		Picture mean = mean(apart, null, weight, progress);
		for (int round = 0; round < ROUNDS; round++) mean = mean(apart, mean, weight, progress);
		return mean;
	}

	/** @param about from which pixels may stray; null for the plain mean */
	private static Picture mean(final Picture apart, final Picture about, final float[] weight, final Progress progress) {
		final int n = weight.length;
		final Picture sums = new Picture(apart.width(), apart.height(), 6), out = new Picture(apart.width(), apart.height(), 3);
		for (int i = 0; i < 3 * n; i++) {
			final float value = apart.data()[i], off = about == null ? 0 : (value - about.data()[i]) / STRAY;
			sums.data()[3 * n + i] = weight[i % n] / (1 + off * off);
			sums.data()[i] = sums.data()[3 * n + i] * value;
		}
		final float[] blurred = BoxBlur.blur(sums, Math.max(NARROWEST, (int) Math.round(ABOUT * apart.width())), progress).data();
		for (int i = 0; i < 3 * n; i++) if (weight[i % n] > 0) out.data()[i] = blurred[i] / blurred[3 * n + i];
		return out;
	}

	/** How much each pixel tells of the difference, 0..1. */
	private static float[] weight(final Picture trusted, final Picture held, final Condition condition, final Progress progress) {
		final float[] weight = new float[trusted.planeSize()];
		final int n = weight.length;
		final boolean[] ended = new boolean[n];
		for (int i = 0; i < n; i++) ended[i] = condition.covered(i) <= COVERED;
		final boolean[] touched = Dilation.grow(ended, trusted.width(), TOUCHED, progress);
		for (int i = 0; i < n; i++) {
			final float seen = touched[i] ? 0 : Math.min(trusted.data()[i], Shown.own(condition, i));
			weight[i] = held == null ? seen : Math.max(seen, held.data()[i]);
		}
		return weight;
	}

	/** 1 at the border, 0 far from it. */
	private static Picture near(final float[] weight, final int side, final Progress progress) {
		final int reach = BoxBlur.radius(REACH, side);
		final boolean[] border = new boolean[weight.length];
		for (int i = 0; i < border.length; i++) border[i] = weight[i] > 0;
		final Picture near = Picture.ofMask(Dilation.grow(border, side, TOUCHED + reach, progress), side);
		final int half = (reach + 1) / 2;
		return BoxBlur.twice(near, half, progress);
	}
}
