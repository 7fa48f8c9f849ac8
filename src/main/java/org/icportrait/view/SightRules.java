package org.icportrait.view;

import org.icportrait.image.Smooth;
import org.icportrait.raster.Fragments;
import org.icportrait.turn.MirrorShare;

/** How much of a pixel a further sight takes from what is seen there already. */
final class SightRules {

	/** Depths (dm) between which two surfaces count less and less as one, which blends. */
	private static final float ONE = 0.15f, TWO = 0.45f;
	/** A surface so far behind (dm) is another one: triangles that bridge a step of depth hide what is nearer. */
	private static final float BEHIND = 0.8f;
	/** How well another source must show a place that the ones before do not show at all. */
	private static final float CLEAR = 0.3f;
	/** How much clearer another source must show a place, between which it comes to count. */
	private static final float HARDLY = 0.1f, PLAINLY = 0.4f;
	/** What is shown so well needs no mirror. */
	private static final float SHOWN = 0.9f;
	/** Where neither is sure of itself the direct one stays. */
	private static final float FAINT = 0.03f;
	/** Confidences of what hides something behind it, and of what is shown at all. */
	private static final float VEIL = 0.04f, SOLID = 0.2f;

	private SightRules() {}

	/**
	 * Another photograph counts where it shows a place clearer; where both do alike the first one stays, as blends blur. What closes the first one's head
	 * hides what lies behind it too: else the far cheek of the other, seen from inside, would stand on the near one.
	 */
	static float ofDirect(final Fragments before, final int i, final Fragments other, final int j) {
		if (other.isEmpty(j) || other.confidence[j] < CLEAR && !before.isSolid(i)) return 0;
		if (!other.isSolid(j)) return before.isEmpty(i) ? 1 : 0;
		if (!before.isSolid(i)) return 1;
		if (other.depth[j] < before.depth[i] - BEHIND) return 0;
		if (before.isRear(i)) return Smooth.step(HARDLY, PLAINLY, other.confidence[j]);
		return Smooth.step(HARDLY, PLAINLY, other.confidence[j] - before.confidence[i]);
	}

	/** Whether a mirrored place could count at a pixel at all. */
	static boolean isOpen(final Fragments before, final int i) {
		return !before.isSolid(i) || before.confidence[i] < SHOWN;
	}

	/**
	 * Both confidences hold the mirror's share already ({@link MirrorShare}), so that on one surface they simply meet. Of two surfaces the
	 * nearer one hides the other as far as it is shown.
	 */
	static float ofMirrored(final Fragments before, final int i, final Fragments mirrored, final int j) {
		final float m = mirrored.isEmpty(j) ? 0 : mirrored.confidence[j];
		if (m < FAINT) return 0;
		if (!before.isSolid(i)) return m > 0.5f ? 1 : 0;
		if (before.isRear(i)) return Smooth.step(VEIL, SOLID, m);
		if (mirrored.depth[j] < before.depth[i] - BEHIND) return 0;
		final float d = before.confidence[i], together = m / (m + d + FAINT), ahead = mirrored.depth[j] - before.depth[i];
		final float apart = ahead > 0 ? Smooth.step(VEIL, SOLID, m) : 1 - Smooth.step(VEIL, SOLID, d);
		final float two = Smooth.step(ONE, TWO, Math.abs(ahead));
		return together + two * (Math.min(ahead > 0 ? 1 : together, apart) - together);
	}
}
