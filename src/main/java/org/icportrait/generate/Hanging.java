package org.icportrait.generate;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Similarity;
import org.icportrait.head.HeadModel;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.inference.Tensor;
import org.icportrait.view.Layer;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * Hair that hangs beside the ears and the neck, in a view. Skin that is seen askance is grey and has lost its features, but strands drawn out are strands: such hair is
 * the photograph's own as far as that shows it at all, and no skin is drawn over it, nor behind it, where its own unseen side is. Immutable.
 *
 * @param share how much of each pixel of the view's area it is, 0..1, one channel; null where no photograph shows any
 * @param inFrame the same in a frame, side x side, less where it is a mirror image; null likewise
 * @param rear how much of each pixel of the frame is its unseen side, 0..1; null likewise
 */
record Hanging(Picture share, Picture inFrame, Picture rear) {

	static final Hanging NONE = new Hanging(null, null, null);
	/** Radii, shares of the frame's side: how far from what is seen of it its unseen side is looked for, and of that one's border. */
	private static final double ABOUT = 0.04, SOFT = 0.008;
	/** Shares of it about an unseen place between which that is its other side, and from which on a pixel surely shows it; the darkest share of those is its body. */
	private static final float LITTLE = 0.02f, SOME = 0.1f, SURE = 0.5f, BODY = 0.4f;
	/** Canonical heights (dm) between which there may be an ear instead. */
	private static final float LOBE = -0.3f, EAR = -0.2f;
	/** Canonical depths (dm) between which a neck may be under it, where the photograph shows that askance. */
	private static final float FRONT = 0.1f, BEHIND = -0.1f;

	/** @param heads as the photographs show them, one for each source of the view */
	static Hanging of(final View view, final List<PreparedHead> heads, final Condition condition, final Progress progress) {
		final List<Layer> layers = new ArrayList<>();
		boolean any = false;
		for (final PreparedHead head : heads) {
			final Picture shares = head.hanging() == null ? new Picture(1, 1, 1) : head.hanging();
			any |= head.hanging() != null;
			final double cell = 1.0 / head.hangingCell();
			layers.add(new Layer(new Similarity(cell, 0, -cell * head.area().x(), -cell * head.area().y()), shares, shares));
		}
		if (!any || view.isUnchanged()) return NONE;
		final Picture share = limited(view.carry(layers, progress));
		final Picture inFrame = limited(condition.frame().crop(share, view.area(), view.width(), view.height(), progress));
		final int n = inFrame.planeSize();
		for (int i = 0; i < n; i++) inFrame.data()[i] *= 1 - condition.maps().buffer().get(2 * n + i);
		return new Hanging(share, inFrame, rear(inFrame, condition, progress));
	}

	/** What no photograph and no mirror image shows well near such hair, below the ears, continued beyond the head. @param hair in the frame */
	static Picture rear(final Picture hair, final Condition condition, final Progress progress) {
		final FloatBuffer maps = condition.maps().buffer();
		final int n = hair.planeSize();
		final Picture shown = new Picture(hair.width(), hair.height(), 1), rear = new Picture(hair.width(), hair.height(), 1);
		final float[] known = condition.head();
		for (int i = 0; i < n; i++) shown.data()[i] = hair.data()[i] * maps.get(n + i);
		final float[] about = BoxBlur.twice(shown, Outline.radius(ABOUT, condition.frame()), progress).data();
		for (int i = 0; i < n; i++) {
			final float y = maps.get(Condition.Y * n + i), z = maps.get(Condition.Z * n + i), own = Outline.own(maps.get(i), maps.get(n + i), 0);
			if (known[i] == 0 || HeadModel.isScalp(y, z)) continue;
			rear.data()[i] = (1 - Math.max(own, shown.data()[i])) * Smooth.step(EAR, LOBE, y) * Smooth.step(FRONT, BEHIND, z) * Smooth.step(LITTLE, SOME, about[i]);
		}
		return BoxBlur.twice(PushPull.fill(rear, known, progress), Outline.radius(SOFT, condition.frame()), progress);
	}

	/** Carried smoothly, shares pass their ends a little. */
	private static Picture limited(final Picture share) {
		for (int i = 0; i < share.data().length; i++) share.data()[i] = Math.max(0, Math.min(1, share.data()[i]));
		return share;
	}

	/** What {@link View#known} says, with such hair trusted; a new picture where there is some. */
	Picture known(final Picture known) {
		if (share == null) return known;
		final Picture out = known.copy();
		final int n = known.planeSize();
		for (int i = 0; i < n; i++) out.data()[i] = raised(known.data()[i], share.data()[i] * known.data()[n + i], known.data()[2 * n + i]);
		return out;
	}

	/** The same of a condition; a new one where there is some. */
	Condition trusted(final Condition condition) {
		if (inFrame == null) return condition;
		final Tensor maps = Tensor.floats(condition.maps().shape());
		final FloatBuffer from = condition.maps().buffer(), to = maps.buffer();
		final int n = inFrame.planeSize();
		for (int i = 0; i < from.capacity(); i++) to.put(i, i < n ? raised(from.get(i), inFrame.data()[i] * from.get(n + i), from.get(2 * n + i)) : from.get(i));
		return new Condition(condition.frame(), condition.start(), maps, condition.behind());
	}

	/** 1 for the darkest part of what is surely such hair, its body without gleams and without what is seen through it, else 0. */
	private float[] body(final Picture colours, final Condition condition) {
		final int n = inFrame.planeSize();
		final float[] light = new float[n], all = new float[n], body = new float[n];
		int count = 0;
		for (int i = 0; i < n; i++) {
			if (inFrame.data()[i] <= SURE || condition.maps().buffer().get(n + i) == 0) continue;
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
		return Math.max(trust, hair * Math.max(0, 1 - 2 * mirrored));
	}

	/** Less, where it hangs, of a share of the pixels of the frame; in place. */
	void freeFrom(final Picture skin) {
		for (int i = 0; inFrame != null && i < skin.data().length; i++) skin.data()[i] *= (1 - inFrame.data()[i]) * (1 - rear.data()[i]);
	}

	/** Where hair grows, in the frame, 0..1, with this one's unseen side; the same picture where there is none. */
	Picture with(final Picture scalp) {
		for (int i = 0; rear != null && i < scalp.data().length; i++) scalp.data()[i] = Math.max(scalp.data()[i], rear.data()[i]);
		return scalp;
	}

	/**
	 * What was generated, with such hair's colour on its unseen side; a new picture where there is some.
	 *
	 * @param made linear RGB in the frame; not changed
	 * @param closed the geometric result there
	 */
	Picture over(final Picture made, final Picture closed, final Condition condition, final Progress progress) {
		if (rear == null) return made;
		final int n = made.planeSize();
		final Picture out = made.copy(), hair = BoxBlur.twice(PushPull.fill(closed, body(closed, condition), progress), Outline.radius(ABOUT, condition.frame()), progress);
		for (int i = 0; i < 3 * n; i++) out.data()[i] += rear.data()[i % n] * (hair.data()[i] - out.data()[i]);
		return out;
	}
}
