package org.icportrait.view;

import org.icportrait.geometry.CanonicalGrid;
import org.icportrait.head.HeadMaps;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Smooth;

import java.util.List;

/** How much of a pixel a further sight takes from what is seen there already. */
final class SightRules {

	/** Depths (dm) within which two surfaces count as one and blend. */
	private static final float SAME_SURFACE = 0.18f;
	/** A surface so far behind (dm) is another one: triangles that bridge a step of depth hide what is nearer. */
	private static final float BEHIND = 0.8f;
	/** How well another source must show a place that the ones before do not show at all. */
	private static final float CLEAR = 0.3f;
	/** How well a place must be shown that needs no mirrored one. */
	private static final float SHOWN = 0.15f;

	private final CanonicalGrid[] observed;

	SightRules(final List<PreparedHead> sources) {
		observed = sources.stream().map(PreparedHead::observed).toArray(CanonicalGrid[]::new);
	}

	/** Another photograph counts where it shows a place clearer; where both do alike the first one stays, as blends blur. */
	static float ofDirect(final Fragments before, final int i, final Fragments other, final int j) {
		if (other.isEmpty(j) || other.confidence[j] < CLEAR && !before.isSolid(i)) return 0;
		if (!other.isSolid(j)) return before.isEmpty(i) ? 1 : 0;
		if (!before.isSolid(i)) return 1;
		if (before.isRear(i)) return Smooth.step(0.1f, 0.4f, other.confidence[j]);
		if (other.depth[j] < before.depth[i] - BEHIND) return 0;
		return Smooth.step(0.1f, 0.4f, other.confidence[j] - before.confidence[i]);
	}

	/** Whether a mirrored place could count at a pixel at all. */
	static boolean isOpen(final Fragments before, final int i) {
		return !before.isSolid(i) || Math.abs(before.confidence[i]) < SHOWN;
	}

	/**
	 * The mirrored place (pixel j) counts where it is seen clearly and the direct one (pixel i) is not. Ahead of the direct surface, or
	 * beyond it, it must also be new: what the photographs show elsewhere must not appear twice.
	 *
	 * @param maps of the mirrored source
	 */
	float ofMirrored(final Fragments before, final int i, final Fragments mirrored, final int j, final HeadMaps maps) {
		final float m = mirrored.isEmpty(j) ? 0 : mirrored.confidence[j];
		if (m < 0.05f) return 0;
		if (!before.isSolid(i)) return m > 0.6f && news(mirrored, maps, j) > 0.9f ? 1 : 0;
		final float ahead = mirrored.depth[j] - before.depth[i], d = Math.abs(before.confidence[i]);
		final float clearer = Smooth.step(0.25f, 0.6f, m - d) * (1 - Smooth.step(0.02f, SHOWN, d));
		if (clearer <= 0 || ahead < -BEHIND) return 0;
		if (before.isRear(i)) return clearer * Math.max(news(mirrored, maps, j), Smooth.step(0.4f, 0.75f, m));
		return ahead > SAME_SURFACE ? clearer * news(mirrored, maps, j) : clearer;
	}

	/** 1 where no photograph shows the other side of a mirrored place, 0 where one does. */
	private float news(final Fragments mirrored, final HeadMaps maps, final int j) {
		final double column = maps.column(mirrored.x[j], mirrored.y[j]), row = maps.row(mirrored.x[j], mirrored.y[j]);
		final float x = -maps.coordinates().sample(column, row, 0), y = maps.coordinates().sample(column, row, 1);
		final float z = maps.coordinates().sample(column, row, 2);
		float seen = 0;
		for (final CanonicalGrid grid : observed) seen = Math.max(seen, grid.read(x, y, z, 0));
		return Math.max(0, 1 - 2.5f * seen);
	}
}
