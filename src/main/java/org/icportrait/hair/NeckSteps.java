package org.icportrait.hair;

import org.icportrait.geometry.Area;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;

/** Where a surface is a step from a jaw or a neck down to hair that hangs behind it: turned, that is drawn out to a streak over the cheek. Stateless. */
final class NeckSteps {

	/** Slopes between which a surface comes to be a step. */
	private static final float STEEP = 3, STEP = 6;
	/** Distances (dm) from the silhouette of the fitted head between which it is one from jaw or neck: farther out hair itself falls off. */
	private static final float FROM = -0.1f, TO = 0.12f;

	private NeckSteps() {}

	/** How surely each cell beside a head is such a step, 0..1. @param area that the cells cover @param maps of the photograph @param dm pixels of one */
	static float[] of(final Area area, final HeadMaps maps, final BesideHead beside, final double dm) {
		final float[] out = new float[beside.columns() * beside.rows()];
		for (int i = 0; i < out.length; i++) {
			if (beside.beyond()[i] < FROM || beside.beyond()[i] > TO) continue;
			final double x = area.x() + (i % beside.columns() + 0.5) * beside.block(), y = area.y() + (i / beside.columns() + 0.5) * beside.block();
			final double across = depth(maps, x + beside.block(), y) - depth(maps, x - beside.block(), y), down = depth(maps, x, y + beside.block()) - depth(maps, x, y - beside.block());
			out[i] = Smooth.step(STEEP, STEP, (float) (Math.hypot(across, down) * dm / (2 * beside.block())));
		}
		return out;
	}

	/** @param x pixels of the photograph */
	private static double depth(final HeadMaps maps, final double x, final double y) {
		return maps.depth().sample(maps.column(x, y), maps.row(x, y), 0);
	}
}
