package org.icportrait.outline;

import java.util.Arrays;

import org.icportrait.image.ConnectedParts;
import org.icportrait.image.Dilation;
import org.icportrait.image.Distance;
import org.icportrait.work.Progress;

/**
 * Thin locks that stand far out from a head: hair stands out from the head and not from them, or each would carry a lobe of skin. What hangs broadly or densely, as
 * a pony tail or curls, and what sticks out by little, as an ear or a nose, is none. Stateless.
 */
final class Locks {

	/** Half the width of the widest one, half that of the widest gap between dense ones, and how far from the rest one is that is none, shares of how far hair stands out. */
	private static final double WIDEST = 0.35, GAP = 0.2, NEAR = 0.5;

	private Locks() {}

	/**
	 * A head without them; a new mask where there are some.
	 *
	 * @param head mask over a square, {@code side} pixels wide
	 * @param out how far hair may stand out from a head, pixels; what is narrow and nowhere farther than half of that from the rest stays
	 */
	static boolean[] without(final boolean[] head, final int side, final double out, final Progress progress) {
		final int radius = (int) Math.round(WIDEST * out), gap = (int) Math.round(GAP * out);
		if (radius < 1) return head;
		final boolean[] dense = Dilation.shrink(Dilation.grow(head, side, gap, progress), side, gap + radius, progress);
		final boolean[] broad = Dilation.grow(dense, side, radius, progress), thin = new boolean[head.length];
		for (int i = 0; i < head.length; i++) thin[i] = head[i] && !broad[i];
		final float[] away = Distance.to(broad, side, 1 + (int) Math.ceil(out), progress);
		final boolean[] kept = head.clone();
		for (final int[] part : new ConnectedParts(thin, side)) {
			if (Arrays.stream(part).anyMatch(i -> away[i] > NEAR * out)) for (final int i : part) kept[i] = false;
		}
		return kept;
	}
}
