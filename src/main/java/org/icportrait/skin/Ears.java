package org.icportrait.skin;

import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.hair.BareEars;
import org.icportrait.head.EarStance;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.AreaScale;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Shares;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.Auricle;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.Occluder;
import org.icportrait.morphable.ShownSurface;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * Where ears are that the photographs show askance at most: networks of so few pixels paint a smear, and those of the fitted head are drawn ({@link DrawnEar}).
 * Where hair or cloth lies over the ears that a photograph shows there are none. Immutable; one for each portrait.
 *
 * @param share how much of each pixel of the frame is such an ear or just beside it, 0..1
 * @param skin how much of each is skin, and not hair: what lies between them and the cheeks
 * @param head fitted, as it stands in the view, with the ears that are drawn
 */
public record Ears(Picture share, Picture skin, Occluder head) {

	/** Sines of the yaw of a photograph between which ears come and go: from the side it shows one itself. */
	private static final float FRONTAL = 0.35f, ASKANCE = 0.6f;
	/** Sines of the yaw of a view between which they come: nearer to the front the photograph's own are seen best. */
	private static final float NEAR_FRONT = 0.18f, TURNED = 0.29f;
	/** Shares of hair beside an ear between which it is loose: it would stand before what is drawn. */
	private static final float LITTLE = 0.64f, MUCH = 0.7f;
	/** Cosines of a turn between which a photograph comes to tell what lies beside a face: turned further, it is all drawn out. */
	private static final float ABEAM = 0.2f, TOLD = 0.45f;
	/** How far (dm) behind the nearest surface what is seen may lie. */
	private static final float BEHIND = 0.01f;
	/** How far (dm) beside an ear the photograph gives way, and radii of that border and of that of the skin before it. */
	private static final double BESIDE = 0.04, BORDER = 0.03, WIDE = 0.12;
	/** How surely there is skin before a bare ear. */
	private static final float MOSTLY = 0.85f;

	/** Null where there are none. @param heads as the photographs show them */
	public static Ears of(final View view, final List<PreparedHead> heads, final Condition condition, final Progress progress) {
		final float strength = strength(view, heads);
		final Occluder fitted = strength <= 0 ? null : view.fitted(progress);
		return fitted == null ? null : drawn(EarStance.of(heads.get(0)).of(fitted, view.rotation()), view.camera(), condition.frame(), strength, progress);
	}

	/** How much they are drawn anew, 0..1: where some photograph shows none bare, or loose hair beside the one that the view turns to, not at all. */
	public static float strength(final View view, final List<PreparedHead> heads) {
		float strength = 1;
		final double turned = view.rotation().z(1, 0, 0);
		for (final PreparedHead head : heads) strength = Math.min(strength, strength(head.hair().bareEars(), head.hair().besideEar(turned > 0), head.rotation().z(1, 0, 0), turned));
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
	public static float overhung(final View view, final List<PreparedHead> heads) {
		float most = 0;
		final boolean right = view.rotation().z(1, 0, 0) > 0;
		for (final PreparedHead head : heads) {
			final double turned = view.rotation().since(head.rotation()).z(0, 0, 1);
			most = Math.max(most, overhung(head.hair().bareEars(), head.hair().besideEar(right), head.rotation().z(1, 0, 0), turned));
		}
		return most;
	}

	/** The same of one photograph. @param bare as {@link #strength} says, and the next two @param turned cosine of the turn from it to the view */
	static float overhung(final float bare, final float beside, final double source, final double turned) {
		return (1 - bare(bare, beside)) * frontal(source) * Smooth.step(ABEAM, TOLD, (float) turned);
	}

	private static float bare(final float bare, final float beside) {
		return BareEars.sureness(bare) * (1 - Smooth.step(LITTLE, MUCH, beside));
	}

	private static float frontal(final double source) {
		return 1 - Smooth.step(FRONTAL, ASKANCE, (float) Math.abs(source));
	}

	/** @param head fitted, as it stands in the view */
	static Ears drawn(final Occluder head, final HeadCamera camera, final Frame frame, final float strength, final Progress progress) {
		final int finer = frame.finer(), side = finer * frame.side();
		final Similarity toGrid = new Similarity(finer, 0, 0, 0).after(frame.fromPicture());
		final ShownSurface all = ShownSurface.of(head, new float[][] { within() }, camera, toGrid, side, side, progress);
		final DepthBuffer sides = head.part(HeadModel.standard()::isPreauricular).nearest(camera, toGrid, side, side, progress);
		final double dm = finer * frame.dm();
		final boolean[] ears = new boolean[side * side];
		for (int i = 0; i < ears.length; i++) ears[i] = all.depth()[i] != DepthBuffer.EMPTY && all.numbers()[0][i] > 0;
		// Beside an ear that is drawn the photograph's own, which is not quite where that is, would stand as a rag.
		final boolean[] whole = Dilation.grow(ears, side, (int) Math.round(BESIDE * dm), progress);
		final Picture share = soft(whole, BORDER * dm, frame, progress), skin = soft(shown(sides, all), WIDE * dm, frame, progress);
		for (int i = 0; i < skin.data().length; i++) {
			share.data()[i] *= strength;
			skin.data()[i] *= MOSTLY * strength;
		}
		return new Ears(share, skin, head);
	}

	/** How far each vertex of the fitted head lies within the outline of an ear. */
	private static float[] within() {
		final HeadModel model = HeadModel.standard();
		final float[] out = new float[model.size()];
		for (int v = 0; v < out.length; v++) out[v] = Auricle.within(model, v);
		return out;
	}

	/** A mask finer than the frame in its pixels, with a border of that radius. */
	private static Picture soft(final boolean[] mask, final double radius, final Frame frame, final Progress progress) {
		final Picture fine = Picture.ofMask(mask, frame.finer() * frame.side());
		return AreaScale.scale(BoxBlur.twice(fine, BoxBlur.radius(0.5, radius), progress), frame.side(), frame.side());
	}

	/** Where a part of a head is not hidden by all of it. */
	private static boolean[] shown(final DepthBuffer part, final ShownSurface all) {
		final boolean[] out = new boolean[part.columns() * part.rows()];
		for (int i = 0; i < out.length; i++) {
			final float depth = part.at(i % part.columns(), i / part.columns());
			out[i] = depth != DepthBuffer.EMPTY && depth > all.depth()[i] - BEHIND;
		}
		return out;
	}

	/** How far the photograph's own pixels count, less where it shows an ear askance. */
	public Picture without(final Picture trusted) {
		return Shares.without(trusted, share);
	}
}
