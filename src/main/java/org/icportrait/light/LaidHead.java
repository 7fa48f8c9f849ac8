package org.icportrait.light;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;

/**
 * The closed head laid over a head's maps. Immutable.
 *
 * @param surface in the way of light, camera axes of the maps
 * @param depth its nearest one, dm, over the grid of the maps
 */
record LaidHead(Occluder surface, DepthBuffer depth) {

	/** Null where there is no surface. */
	static LaidHead of(final Occluder surface, final HeadMaps maps, final HeadCamera camera, final Progress progress) {
		return surface == null ? null : new LaidHead(surface, surface.nearest(camera, maps.pictureToMaps(), maps.width(), maps.height(), progress));
	}
}
