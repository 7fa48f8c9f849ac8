package org.icportrait.skin;

import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.AreaScale;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.Occluder;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * Ears that the photographs show askance at most: networks of so few pixels paint a smear. The fitted head has ears; theirs is the relief, by which the colours
 * that were generated there, smoothed, become brighter and darker. Where hair or cloth lies over the ears that a photograph shows there are none. Immutable; one
 * for each portrait.
 *
 * @param share how much of each pixel of the frame is such an ear, 0..1
 * @param skin how much of each is skin, and not hair: the ears, and what lies between them and the cheeks
 * @param relief what brightness is to be multiplied by; one channel, {@link Frame#finer} times the frame's size
 */
public record Ears(Picture share, Picture skin, Picture relief) {

	/** Shares of bare skin, and sines of the yaw of a photograph, between which ears come and go: from the side a photograph shows one itself. */
	private static final float COVERED = 0.66f, BARE = 0.8f, FRONTAL = 0.35f, ASKANCE = 0.6f;
	/** Sines of the yaw of a view between which they come: nearer to the front the photograph's own are seen best. */
	private static final float NEAR_FRONT = 0.22f, TURNED = 0.33f;
	/** Shares of hair beside an ear between which it is loose: it would stand before what is drawn. */
	private static final float LITTLE = 0.15f, MUCH = 0.4f;
	/** Cosines of a turn between which a photograph comes to tell what lies beside a face: turned further, it is all drawn out. */
	private static final float ABEAM = 0.2f, TOLD = 0.45f;
	/** How far (dm) behind the nearest surface what is seen may lie. */
	private static final float BEHIND = 0.01f;
	/** Radii (dm) of an ear's holes, of its border and that of the skin before it. */
	private static final double HOLE = 0.04, BORDER = 0.03, WIDE = 0.12;
	/** How surely there is skin before a bare ear. */
	private static final float MOSTLY = 0.85f;

	/** Null where there are none. @param heads as the photographs show them */
	public static Ears of(final View view, final List<PreparedHead> heads, final Condition condition, final Progress progress) {
		final float strength = strength(view, heads);
		final Occluder fitted = strength <= 0 ? null : view.fitted(progress);
		return fitted == null ? null : drawn(fitted, view.camera(), condition.frame(), strength, progress);
	}

	/** How much they are drawn anew, 0..1: where some photograph shows none bare, or loose hair beside the one that the view turns to, not at all. */
	public static float strength(final View view, final List<PreparedHead> heads) {
		float strength = 1;
		final double turned = view.rotation().z(1, 0, 0);
		for (final PreparedHead head : heads) strength = Math.min(strength, strength(head.bareEars(), head.besideEar(turned > 0), head.rotation().z(1, 0, 0), turned));
		return strength;
	}

	/**
	 * The same of one photograph.
	 *
	 * @param bare share of what a photograph shows of them that is skin
	 * @param beside share of hair in what it shows beside the one that the view turns to
	 * @param source sine of the yaw from which it looks at the head
	 * @param view the same of the view
	 */
	static float strength(final float bare, final float beside, final double source, final double view) {
		return bare(bare, beside) * frontal(source) * Smooth.step(NEAR_FRONT, TURNED, (float) Math.abs(view));
	}

	/** How surely hair or cloth lies over or beside the ear that a view turns to, in frontal photographs from which it is not turned so far that they tell nothing of it, 0..1. */
	static float overhung(final View view, final List<PreparedHead> heads) {
		float most = 0;
		final boolean right = view.rotation().z(1, 0, 0) > 0;
		for (final PreparedHead head : heads) {
			final double turned = view.rotation().since(head.rotation()).z(0, 0, 1);
			most = Math.max(most, overhung(head.bareEars(), head.besideEar(right), head.rotation().z(1, 0, 0), turned));
		}
		return most;
	}

	/** The same of one photograph. @param bare as {@link #strength} says, and the next two @param turned cosine of the turn from it to the view */
	static float overhung(final float bare, final float beside, final double source, final double turned) {
		return (1 - bare(bare, beside)) * frontal(source) * Smooth.step(ABEAM, TOLD, (float) turned);
	}

	private static float bare(final float bare, final float beside) {
		return Smooth.step(COVERED, BARE, bare) * (1 - Smooth.step(LITTLE, MUCH, beside));
	}

	private static float frontal(final double source) {
		return 1 - Smooth.step(FRONTAL, ASKANCE, (float) Math.abs(source));
	}

	/** @param head fitted, as it stands in the view */
	static Ears drawn(final Occluder head, final HeadCamera camera, final Frame frame, final float strength, final Progress progress) {
		final int finer = frame.finer(), side = finer * frame.side();
		final Similarity toGrid = new Similarity(finer, 0, 0, 0).after(frame.fromPicture());
		final DepthBuffer all = head.nearest(camera, toGrid, side, side, progress);
		final DepthBuffer ears = head.part(HeadModel.standard()::isEar).nearest(camera, toGrid, side, side, progress);
		final DepthBuffer sides = head.part(HeadModel.standard()::isPreauricular).nearest(camera, toGrid, side, side, progress);
		final double dm = finer * frame.dm();
		// Where an ear is hollow the side of the head shows, which belongs to it.
		final boolean[] whole = Dilation.grow(shown(ears, all), side, (int) Math.round(HOLE * dm), progress);
		final Picture soft = Relief.smooth(Picture.ofMask(whole, side), BORDER * dm, progress), before = Relief.smooth(Picture.ofMask(shown(sides, all), side), WIDE * dm, progress);
		final Picture share = AreaScale.scale(soft, frame.side(), frame.side()), skin = AreaScale.scale(before, frame.side(), frame.side());
		for (int i = 0; i < skin.data().length; i++) {
			share.data()[i] *= strength;
			skin.data()[i] = Math.max(share.data()[i], MOSTLY * strength * skin.data()[i]);
		}
		return new Ears(share, skin, Relief.of(all, Relief.smooth(Picture.ofMask(filled(whole, side, HOLE * dm, progress), side), BORDER * dm, progress), dm, strength, progress));
	}

	/** A mask that grew by a radius within its first border (the end of a morphological closing): beside an ear lies a deep step to what is behind it, but no hollow. */
	private static boolean[] filled(final boolean[] grown, final int side, final double radius, final Progress progress) {
		return Dilation.shrink(grown, side, (int) Math.round(radius), progress);
	}

	/** Where a part of a head is not hidden by all of it. */
	private static boolean[] shown(final DepthBuffer part, final DepthBuffer all) {
		final boolean[] out = new boolean[part.columns() * part.rows()];
		for (int i = 0; i < out.length; i++) {
			final float depth = part.at(i % part.columns(), i / part.columns());
			out[i] = depth != DepthBuffer.EMPTY && depth > all.at(i % part.columns(), i / part.columns()) - BEHIND;
		}
		return out;
	}

	/** How far the photograph's own pixels count, less where it shows an ear askance. */
	public Picture without(final Picture trusted) {
		final Picture out = trusted.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] *= 1 - share.data()[i];
		return out;
	}
}
