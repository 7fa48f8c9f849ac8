package org.icportrait.strands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.generate.Shown;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Shares;
import org.icportrait.image.Smooth;
import org.icportrait.layers.Layer;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * Hair that hangs beside the ears and the neck, in a view. Skin that is seen askance is grey and has lost its features, but strands drawn out are strands: such hair is
 * the photograph's own as far as that shows it at all, and no skin is drawn over it, nor within its body, whose unseen sides have its colour, and so has what is
 * seen between its strands. Immutable.
 *
 * @param share how much of each pixel of the view's area it is, 0..1, one channel; null where no photograph shows any
 * @param inFrame the same in a frame, side x side, less where it is a mirror image; null likewise
 * @param sides of its body in the frame; null likewise
 */
public record Hanging(Picture share, Picture inFrame, HangingBody sides) {

	/** Where no photograph shows any. */
	public static final Hanging NONE = new Hanging(null, null, null);
	/** Radius of what its unseen side's colour is a mean of, share of the frame's side. */
	private static final double ABOUT = 0.04;
	/** From which share on a pixel surely shows it; the darkest share of those is its body. */
	private static final float SURE = 0.5f, BODY = 0.4f;
	/** From which share on a pixel is one of its strands. */
	private static final float STRAND = 0.2f;
	/** Alphas between which a pixel amid it comes to show the person alone. */
	private static final float HALF = 0.4f, WHOLE = 0.9f;

	/** @param heads as the photographs show them, one for each source of the view */
	public static Hanging of(final View view, final List<PreparedHead> heads, final Condition condition, final Progress progress) {
		final List<Layer> layers = new ArrayList<>();
		boolean any = false;
		for (final PreparedHead head : heads) {
			final Picture loose = head.hair().loose(), shares = loose == null ? new Picture(1, 1, 2) : loose;
			any |= loose != null;
			final double cell = 1.0 / head.hair().cell();
			layers.add(new Layer(new Similarity(cell, 0, -cell * head.area().x(), -cell * head.area().y()), shares, shares));
		}
		if (!any || view.isUnchanged()) return NONE;
		final Picture shares = Shares.clip(view.carry(layers, progress)), share = shares.plane(0);
		final Picture inFrame = inFrame(share, view, condition, progress), close = inFrame(shares.plane(1), view, condition, progress);
		return new Hanging(share, inFrame, HangingBody.of(inFrame, close, condition, progress));
	}

	/** Less where it is a mirror image. */
	private static Picture inFrame(final Picture share, final View view, final Condition condition, final Progress progress) {
		final Picture out = Shares.clip(condition.frame().crop(share, view.area(), view.width(), view.height(), progress)).plane(0);
		for (int i = 0; i < out.data().length; i++) out.data()[i] *= 1 - condition.mirrored(i);
		return out;
	}

	/**
	 * What {@link View#known} says, with such hair trusted and what is seen between its strands not; a new picture where there is some.
	 *
	 * A thin strand amid it, of which half is what lies behind, is not trusted either.
	 *
	 * @param alpha of the person, over {@code area}
	 */
	public Picture known(final Picture known, final Picture alpha, final Area area, final Frame frame, final Progress progress) {
		if (share == null) return known;
		final Picture out = known.copy();
		final int n = known.planeSize();
		frame.over(area, progress, (i, u, v) -> {
			final float trust = raised(known.data()[i], share.data()[i] * known.data()[n + i], known.data()[2 * n + i]);
			final float thin = sides.body().sample(u, v, 0) * (1 - Smooth.step(HALF, WHOLE, alpha.data()[i]));
			out.data()[i] = Math.min(trust, known.data()[n + i] * (1 - Math.max(thin, sides.rear().sample(u, v, 0))));
		});
		return out;
	}

	/** The same of a condition; a new one where there is some. */
	public Condition trusted(final Condition condition) {
		if (inFrame == null) return condition;
		final float[] trust = new float[inFrame.planeSize()];
		for (int i = 0; i < trust.length; i++) {
			final float covered = condition.covered(i), raised = raised(condition.trust(i), inFrame.data()[i] * covered, condition.mirrored(i));
			trust[i] = Math.min(raised, covered == 0 ? raised : 1 - sides.rear().data()[i]);
		}
		return condition.with(trust);
	}

	/** Room for such hair too, in the frame, 0..1; in place: no hole is left amid its strands, through which what stays behind shows white. */
	public void widen(final Picture room) {
		for (int i = 0; sides != null && i < room.data().length; i++) room.data()[i] = Math.max(room.data()[i], sides.body().data()[i]);
	}

	/** A mask over the frame without what is surely its body or its strands; a new one where there is some. */
	public boolean[] without(final boolean[] head) {
		final boolean[] hair = within();
		if (hair == null) return head;
		final boolean[] out = head.clone();
		for (int i = 0; i < out.length; i++) out[i] &= !hair[i];
		return out;
	}

	/** Which pixels of the frame are surely within its body or one of its strands; null where there is none. */
	public boolean[] within() {
		if (sides == null) return null;
		final boolean[] out = new boolean[inFrame.planeSize()];
		for (int i = 0; i < out.length; i++) out[i] = sides.body().data()[i] > SURE || inFrame.data()[i] > STRAND;
		return out;
	}

	/** 1 for the darkest part of what is surely such hair, its body without gleams and without what is seen through it, else 0. */
	private float[] body(final Picture colours, final Condition condition) {
		final int n = inFrame.planeSize();
		final float[] light = new float[n], all = new float[n], body = new float[n];
		int count = 0;
		for (int i = 0; i < n; i++) {
			if (inFrame.data()[i] <= SURE || condition.covered(i) == 0) continue;
			light[i] = Colour.luminance(colours.data()[i], colours.data()[n + i], colours.data()[2 * n + i]);
			all[count++] = light[i];
			body[i] = 1;
		}
		Arrays.sort(all, 0, count);
		for (int i = 0; i < n; i++) if (light[i] > all[(int) (BODY * count)]) body[i] = 0;
		return body;
	}

	/** Where a mirror image has half of a pixel or more that is no more sure than it was: locks of one side are not those of the other. */
	private static float raised(final float trust, final float hair, final float mirrored) {
		return Math.max(trust, hair * Shown.itself(mirrored));
	}

	/** How much of each pixel of the frame it leaves to others, 0..1, one channel: single strands lie before skin and leave that whole; null where it leaves all. */
	public Picture free() {
		if (inFrame == null) return null;
		final Picture free = new Picture(inFrame.width(), inFrame.height(), 1);
		for (int i = 0; i < free.data().length; i++) free.data()[i] = (1 - inFrame.data()[i] * sides.dense().data()[i]) * (1 - sides.body().data()[i]);
		return free;
	}

	/** How much of each pixel of the frame is neck that a turn uncovers before its body, 0..1, one channel; null for none. */
	public Picture neck() {
		return sides == null ? null : Shares.without(sides.neck(), Shares.most(inFrame, sides.body()));
	}

	/** Where hair grows, in the frame, 0..1, with this one's body; a new picture where there is some. */
	Picture with(final Picture scalp) {
		if (sides == null) return scalp;
		final Picture out = scalp.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] = Math.max(out.data()[i], sides.body().data()[i]);
		return out;
	}

	/**
	 * What was generated, with such hair's colour in its body; a new picture where there is some.
	 *
	 * @param made linear RGB in the frame; not changed
	 * @param closed the geometric result there
	 */
	public Picture over(final Picture made, final Picture closed, final Condition condition, final Progress progress) {
		if (sides == null) return made;
		final int n = made.planeSize();
		final Picture out = made.copy(), hair = BoxBlur.twice(PushPull.fill(closed, body(closed, condition), progress), condition.frame().radius(ABOUT), progress);
		for (int i = 0; i < 3 * n; i++) out.data()[i] += sides.body().data()[i % n] * (hair.data()[i] - out.data()[i]);
		return out;
	}
}
