package org.icportrait.strands;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Shown;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.ConnectedParts;
import org.icportrait.image.Dilation;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.RoundedMask;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.HeadModel;
import org.icportrait.skin.CheekColour;
import org.icportrait.work.Progress;

/**
 * The body of {@link Hanging} hair: strands and what lies amid them (a morphological closing, and an opening), for a tail is round and no bundle of sheets. Single curls, through
 * which a photograph shows what is behind them, have none. Immutable.
 *
 * @param body how much of each pixel of the frame it is, 0..1: below the ears, and not before the neck
 * @param dense how close the strands about each lie in the photograph, 0..1
 * @param rear how much of each no photograph shows of it, or something bright that is seen between strands, single ones too, 0..1
 * @param neck how much of each pixel is the neck's that a turn uncovers between the face and such a body, 0..1: a photograph shows there a strand drawn out, or nothing
 */
public record HangingBody(Picture body, Picture dense, Picture rear, Picture neck) {

	/**
	 * Shares of the frame's side: half of the widest gap between strands, and of the widest strand that is no body, how far the unseen side of one stands out from what
	 * is seen, and the radius of its corners.
	 */
	private static final double GAP = 0.04, THIN = 0.012, OUT = 0.008, ROUND = 0.012;
	/** Area up to which what is left when narrow things are taken out is no tail, share of the frame's. */
	private static final double KNOT = 0.0005;
	/** Shares of the hair about a pixel that lies close between which there comes to be a body. */
	private static final float LOOSE = 0.12f, CLOSE = 0.3f;
	/** From which share on a pixel shows it. */
	private static final float SHOWN = 0.3f;
	/** From which share on a pixel is one of the body. */
	private static final float HALF = 0.5f;
	/** Canonical heights (dm) between which there may be an ear instead. */
	private static final float LOBE = -0.3f, EAR = -0.2f;
	/** Canonical depths (dm) between which a neck may be under it, where the photograph shows that askance. */
	private static final float FRONT = 0.1f, BEHIND = -0.1f;
	/** So many times as bright as cheeks, what is amid hair is neither hair nor skin but a shirt or a wall. */
	private static final float GLEAM = 1.1f, BRIGHT = 1.5f;

	/** @param hair in the frame, 0..1, less where it is a mirror image @param close so much of it as lies close in the photograph */
	static HangingBody of(final Picture hair, final Picture close, final Condition condition, final Progress progress) {
		final int n = hair.planeSize();
		final float[] shown = new float[n], bright = bright(condition);
		final boolean[] strands = new boolean[n];
		for (int i = 0; i < n; i++) {
			shown[i] = hair.data()[i] * condition.covered(i);
			strands[i] = shown[i] > SHOWN;
		}
		final Picture body = body(strands, condition, progress), rear = new Picture(hair.width(), hair.height(), 1), where = where(condition, progress);
		final Picture dense = dense(about(hair, condition, progress), about(close, condition, progress));
		for (int i = 0; i < n; i++) {
			final float amid = body.data()[i] * where.data()[i], hidden = dense.data()[i] * (1 - Shown.of(condition, i));
			body.data()[i] = amid * dense.data()[i];
			rear.data()[i] = amid * Math.min(1 - shown[i], bright[i] + (1 - bright[i]) * hidden);
		}
		return new HangingBody(body, dense, rear, neck(body, condition, progress));
	}

	/** On a side that has a body, what photographs hardly show there, without what is narrow: ends of shoulders are seen askance too. */
	private static Picture neck(final Picture body, final Condition condition, final Progress progress) {
		final int n = body.planeSize(), side = body.width(), thin = condition.frame().radius(THIN);
		boolean left = false, right = false;
		for (int i = 0; i < n; i++) {
			if (body.data()[i] <= HALF) continue;
			left |= condition.x(i) > 0;
			right |= condition.x(i) < 0;
		}
		final boolean[] hidden = new boolean[n];
		for (int i = 0; i < n; i++) hidden[i] = condition.covered(i) > 0 && (condition.x(i) > 0 ? left : right) && condition.y(i) < EAR && !Shown.isShown(condition, i);
		final boolean[] broad = within(thin, Dilation.complement(within(thin, Dilation.complement(hidden), side, progress)), side, progress);
		final Picture neck = new Picture(side, side, 1);
		for (int i = 0; i < n; i++) if (broad[i]) neck.data()[i] = Smooth.step(EAR, LOBE, condition.y(i)) * condition.covered(i) * (1 - Shown.of(condition, i));
		return BoxBlur.twice(neck, thin, progress);
	}

	private static Picture about(final Picture share, final Condition condition, final Progress progress) {
		return BoxBlur.twice(share, condition.frame().radius(GAP), progress);
	}

	private static Picture dense(final Picture hair, final Picture close) {
		final Picture out = new Picture(hair.width(), hair.height(), 1);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = hair.data()[i] <= 0 ? 0 : Smooth.step(LOOSE, CLOSE, close.data()[i] / hair.data()[i]);
		return out;
	}

	/** Gaps are closed, and then what is narrow is taken out: a strand by itself is a strand. */
	private static Picture body(final boolean[] strands, final Condition condition, final Progress progress) {
		final int side = condition.frame().side(), gap = condition.frame().radius(GAP), thin = condition.frame().radius(THIN);
		final boolean[] broad = Dilation.complement(within(gap + thin, Dilation.complement(within(gap, strands, side, progress)), side, progress));
		takeKnots(broad, side);
		final boolean[] grown = within(thin + condition.frame().radius(OUT), broad, side, progress);
		return RoundedMask.of(grown, side, condition.frame().radius(ROUND), progress);
	}

	/** Leaves out what is small: where strands cross is no tail. */
	private static void takeKnots(final boolean[] broad, final int side) {
		for (final int[] part : new ConnectedParts(broad, side)) {
			if (part.length < KNOT * side * side) for (final int i : part) broad[i] = false;
		}
	}

	/** What lies so near to a mask, pixels: round, where a square would leave boxes. */
	private static boolean[] within(final int radius, final boolean[] mask, final int side, final Progress progress) {
		final float[] away = Distance.to(mask, side, radius + 1, progress);
		final boolean[] out = new boolean[mask.length];
		for (int i = 0; i < out.length; i++) out[i] = away[i] <= radius;
		return out;
	}

	/** Below the ears, beside and behind the neck; continued beyond the head. */
	private static Picture where(final Condition condition, final Progress progress) {
		final Picture where = new Picture(condition.frame().side(), condition.frame().side(), 1);
		final int n = where.planeSize();
		for (int i = 0; i < n; i++) {
			final float y = condition.y(i), z = condition.z(i);
			where.data()[i] = HeadModel.isScalp(y, z) ? 0 : Smooth.step(EAR, LOBE, y) * Smooth.step(FRONT, BEHIND, z);
		}
		return PushPull.fill(where, condition.head(), progress);
	}

	/** How surely each pixel is too bright for skin or hair, 0..1; 0 where too little of the cheeks is seen. */
	private static float[] bright(final Condition condition) {
		final float[] cheek = CheekColour.of(condition), start = condition.startPicture().data(), out = new float[start.length / 3];
		if (cheek == null) return out;
		final float light = Colour.luminance(cheek[0], cheek[1], cheek[2]);
		final int n = out.length;
		for (int i = 0; i < n; i++) out[i] = Smooth.step(GLEAM, BRIGHT, Colour.luminance(start[i], start[n + i], start[2 * n + i]) / light);
		return out;
	}
}
