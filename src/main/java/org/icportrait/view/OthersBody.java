package org.icportrait.view;

import org.icportrait.head.PreparedHead;
import org.icportrait.maps.HeadMaps;
import org.icportrait.raster.Fragments;
import org.icportrait.turn.TurnedBody;

/**
 * Which clothes of further photographs lie beside the body that the first one shows and {@link TurnedBody} closes. How far shoulders are from the viewer is
 * read poorly, and no neck stands alike in two photographs: turned, such a shoulder juts out before the chest in spikes. Within the body's outline it counts.
 * Stateless.
 */
final class OthersBody {

	/** Canonical height (dm) below which clothes begin. */
	private static final float COLLAR = -1.1f;

	private OthersBody() {}

	/** @param before what is drawn already at pixel i of its own @param other of a head's photograph, at pixel j of its own, which holds something */
	static boolean isBeside(final Fragments before, final int i, final PreparedHead head, final Fragments other, final int j) {
		if (before.isSolid(i)) return false;
		final HeadMaps maps = head.maps();
		return maps.coordinates().sample(maps.column(other.x[j], other.y[j]), maps.row(other.x[j], other.y[j]), 1) < COLLAR;
	}
}
