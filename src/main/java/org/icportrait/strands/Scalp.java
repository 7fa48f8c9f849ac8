package org.icportrait.strands;

import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.generate.Shown;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;

/** Where in a {@link Frame} hair grows, on heads that have some, by the canonical places of a condition. Stateless. */
public final class Scalp {

	/** So far (pixels) what is seen lies from anything that is not the photograph's own hair. */
	private static final int INSIDE = 3;
	/** Radius of its border, share of the frame's side. */
	private static final double SOFT = 0.01;

	private Scalp() {}

	/** Where a photograph or its mirror image shows it, borders left out. */
	public static boolean[] seen(final Condition condition, final Progress progress) {
		final int side = condition.frame().side(), n = side * side;
		final boolean[] other = new boolean[n];
		for (int i = 0; i < n; i++) other[i] = condition.trust(i) < Shown.TRUSTED || condition.covered(i) == 0 || !isScalp(condition, i);
		final boolean[] out = Dilation.grow(other, side, INSIDE, progress);
		for (int i = 0; i < n; i++) out[i] = !out[i] && i % side > 0 && i % side < side - 1 && i >= side && i < n - side;
		return out;
	}

	private static boolean isScalp(final Condition condition, final int i) {
		return HeadModel.isScalp(condition.y(i), condition.z(i));
	}

	/** Whether a hat or scarf lies over it: then what goes on of it is cloth, without strands. */
	public static boolean isCovered(final List<PreparedHead> heads) {
		return heads.stream().anyMatch(head -> head.hair().isCovered());
	}

	/** 0..1, smoothly, continued beyond the head; one channel. Null where no photograph shows hair on the scalp. @param heads as the photographs show them */
	public static Picture of(final List<PreparedHead> heads, final Condition condition, final Progress progress) {
		if (heads.stream().noneMatch(head -> head.hair().seen().isHaired())) return null;
		final int side = condition.frame().side(), n = side * side, radius = condition.frame().radius(SOFT);
		final Picture scalp = new Picture(side, side, 1);
		final float[] known = condition.head();
		for (int i = 0; i < n; i++) scalp.data()[i] = known[i] > 0 && isScalp(condition, i) ? 1 : 0;
		return BoxBlur.twice(PushPull.fill(scalp, known, progress), radius, progress);
	}
}
