package org.icportrait.light;

import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;

/**
 * What a lamp sees of a place past a surface: the surface's depth as seen from the lamp (Williams 1978). From a place rays go to places of the lamp;
 * each is followed through layers of heights, in each of which it has gone aside as far as the lamp is wide there, so that an edge is as soft as what casts
 * it stands far off (after Guennebaud 2006). Immutable.
 */
final class ShadowMap {

	/** Side of a cell, dm, and the most cells along a side. */
	private static final float CELL = 0.015f;
	private static final int MOST = 384;
	/** How far (dm) before a place that faces the viewer a surface must stand to count, and how much farther to count in full. */
	private static final float NEAR = 0.01f, FIRM = 0.02f;
	/** Least cosine to the viewer by which that grows: what is seen askance is not read that well. */
	private static final float ASKANCE = 0.12f;
	/** Least cosine to the lamp of the plane that a place lies on. */
	private static final float STEEPEST = 0.1f;
	/** Least radius, cells. */
	private static final float LEAST = 0.75f;
	/** Height of a layer, as a share of the one below, and the height (dm) from which on all is one. */
	private static final float HIGHER = 2f, HIGHEST = 10;

	/** Rows across, up and towards the lamp. */
	private final float[] axes;
	/** How far a ray to the lamp's edge goes aside, as a share of its height. */
	private final float spread;
	private float left = Float.MAX_VALUE;
	private float bottom = Float.MAX_VALUE;
	private float cell;
	private final DepthBuffer depth;
	private final DepthBlocks blocks;
	/** From the lowest. */
	private final ShadowLayer[] layers;

	/** @param penumbra width of a shadow's edge as a share of the distance to what casts it @param grain dm, by which an edge is softened at least */
	ShadowMap(final Occluder occluder, final Lamp lamp, final double penumbra, final double grain, final Progress progress) {
		spread = (float) penumbra / 2;
		axes = axes(lamp);
		depth = draw(occluder, progress);
		blocks = new DepthBlocks(depth);
		layers = layers(grain);
	}

	private ShadowLayer[] layers(final double grain) {
		final float least = Math.max(LEAST, (float) grain / cell), lowest = Math.max(NEAR + FIRM, least * cell / spread);
		final ShadowLayer[] out = new ShadowLayer[1 + (int) Math.ceil(Math.log(Math.max(1, HIGHEST / lowest)) / Math.log(HIGHER))];
		float below = Float.NEGATIVE_INFINITY, middle = lowest;
		for (int j = 0; j < out.length; j++) {
			final float radius = Math.max(least, spread * middle / cell), above = j + 1 < out.length ? HIGHER * middle : Float.POSITIVE_INFINITY;
			out[j] = new ShadowLayer(below, middle, above, radius, blocks.level(radius + 1));
			below = middle;
			middle = above;
		}
		return out;
	}

	private static float[] axes(final Lamp lamp) {
		final boolean steep = Math.abs(lamp.y()) > 0.9;
		final double x = steep ? 0 : lamp.z(), y = steep ? -lamp.z() : 0, z = steep ? lamp.y() : -lamp.x(), length = Math.sqrt(x * x + y * y + z * z);
		final double ax = x / length, ay = y / length, az = z / length;
		return new float[] { (float) ax, (float) ay, (float) az, (float) (lamp.y() * az - lamp.z() * ay), (float) (lamp.z() * ax - lamp.x() * az),
			(float) (lamp.x() * ay - lamp.y() * ax), (float) lamp.x(), (float) lamp.y(), (float) lamp.z() };
	}

	/** Axis by axis, and for the grid in cells from its left and its bottom. */
	private DepthBuffer draw(final Occluder occluder, final Progress progress) {
		final int count = occluder.points().length / 3;
		final float[] x = new float[count], y = new float[count], z = new float[count], p = occluder.points();
		float right = -Float.MAX_VALUE, top = -Float.MAX_VALUE;
		for (int v = 0; v < count; v++) {
			x[v] = along(0, p[3 * v], p[3 * v + 1], p[3 * v + 2]);
			y[v] = along(1, p[3 * v], p[3 * v + 1], p[3 * v + 2]);
			z[v] = along(2, p[3 * v], p[3 * v + 1], p[3 * v + 2]);
			left = Math.min(left, x[v]);
			right = Math.max(right, x[v]);
			bottom = Math.min(bottom, y[v]);
			top = Math.max(top, y[v]);
		}
		cell = Math.max(CELL, Math.max(right - left, top - bottom) / MOST);
		for (int v = 0; v < count; v++) {
			x[v] = (x[v] - left) / cell;
			y[v] = (y[v] - bottom) / cell;
		}
		return occluder.draw(x, y, z, 1 + (int) Math.max(0, (right - left) / cell), 1 + (int) Math.max(0, (top - bottom) / cell), progress);
	}

	private float along(final int axis, final float x, final float y, final float z) {
		return axes[3 * axis] * x + axes[3 * axis + 1] * y + axes[3 * axis + 2] * z;
	}

	/** For one thread. */
	ShadowRays rays() {
		return new ShadowRays(depth, blocks);
	}

	/**
	 * 0 (hidden from the lamp) to 1 of a place (camera axes, dm) of a surface with this unit normal.
	 *
	 * @param doubt by how much (dm) that surface may be wrong: so much farther before it must stand what is to cast a shadow
	 * @param rays of this map; used again
	 * @param set of places of the lamp, 0 to {@link ShadowRays#SETS} - 1; the mean over neighbours that use all of them has finer steps than one has
	 */
	float reach(final ShadowRays rays, final float x, final float y, final float z, final float nx, final float ny, final float nz, final float doubt, final int set) {
		final float u = (along(0, x, y, z) - left) / cell, v = (along(1, x, y, z) - bottom) / cell, w = along(2, x, y, z);
		final int looked = looked(u, v, w);
		if (looked == 0) return 1;
		final float facing = Math.max(STEEPEST, along(2, nx, ny, nz)), askance = Math.max(ASKANCE, nz);
		rays.from(u, v, w, -along(0, nx, ny, nz) / facing * cell, -along(1, nx, ny, nz) / facing * cell, doubt + NEAR / askance, FIRM / askance);
		final float contact = (looked & 1) == 0 ? 0 : rays.contact(layers[0], set);
		if (looked == 1 || contact >= 1) return 1 - contact;
		return 1 - rays.hidden(layers, looked & ~1, contact, cell / spread, set);
	}

	/** The layers, a bit each, in which something may stand before a place. */
	private int looked(final float u, final float v, final float w) {
		final float highest = blocks.most() - w;
		int out = 0;
		for (int j = 0; j < layers.length; j++) {
			final ShadowLayer layer = layers[j];
			if (j > 0 && highest <= layer.below()) break;
			if (blocks.rises(layer.level(), u, v, layer.radius() + 1, w, j == 0 ? -layer.middle() : layer.below())) out |= 1 << j;
		}
		return out;
	}
}
