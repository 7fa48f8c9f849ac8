package org.icportrait.light;

import org.icportrait.head.DepthBuffer;
import org.icportrait.head.Occluder;
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
	/** Places of the lamp's disc that are tried, along a sunflower's spiral, and how many such sets there are, turned against each other. */
	private static final int TAPS = 8;
	static final int SETS = 4;
	private static final float[] ACROSS = new float[SETS * TAPS], UP = new float[SETS * TAPS];
	/** Of them, the outermost ones that look at what is near. */
	private static final int CONTACTS = 4;
	/** Least radius, cells, and the one from which on the nearest cell does as well as the four around. */
	private static final float LEAST = 0.75f, WIDE = 3;
	/** Height of a layer, as a share of the one below, and the height (dm) from which on all is one. */
	private static final float HIGHER = 2f, HIGHEST = 10;

	static {
		for (int k = 0; k < SETS * TAPS; k++) {
			final double r = Math.sqrt((k % TAPS + 0.5) / TAPS), angle = k % TAPS * Math.PI * (3 - Math.sqrt(5)) + k / TAPS * Math.PI / (2 * SETS);
			ACROSS[k] = (float) (r * Math.cos(angle));
			UP[k] = (float) (r * Math.sin(angle));
		}
	}

	/** Rows across, up and towards the lamp. */
	private final float[] axes;
	/** How far a ray to the lamp's edge goes aside, as a share of its height. */
	private final float spread;
	private float left = Float.MAX_VALUE;
	private float bottom = Float.MAX_VALUE;
	private float cell;
	private final DepthBuffer depth;
	private final DepthBlocks blocks;
	/** Height (dm) of the middle of each layer, from the lowest. */
	private final float[] heights;
	/** How far rays to the lamp's edge have gone aside there, cells, and the level of the blocks that are looked at for that. */
	private final float[] radii;
	private final int[] levels;

	/** @param penumbra width of a shadow's edge as a share of the distance to what casts it @param grain dm, by which an edge is softened at least */
	ShadowMap(final Occluder occluder, final Lamp lamp, final double penumbra, final double grain, final Progress progress) {
		spread = (float) penumbra / 2;
		axes = axes(lamp);
		depth = draw(occluder, progress);
		blocks = new DepthBlocks(depth);
		final float least = Math.max(LEAST, (float) grain / cell), lowest = Math.max(NEAR + FIRM, least * cell / spread);
		heights = new float[1 + (int) Math.ceil(Math.log(Math.max(1, HIGHEST / lowest)) / Math.log(HIGHER))];
		radii = new float[heights.length];
		levels = new int[heights.length];
		for (int j = 0; j < heights.length; j++) {
			heights[j] = j == 0 ? lowest : HIGHER * heights[j - 1];
			radii[j] = Math.max(least, spread * heights[j] / cell);
			levels[j] = blocks.level(radii[j] + 1);
		}
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

	/**
	 * 0 (hidden from the lamp) to 1 of a place (camera axes, dm) of a surface with this unit normal.
	 *
	 * @param doubt by how much (dm) that surface may be wrong: so much farther before it must stand what is to cast a shadow
	 * @param set of places of the lamp, 0 to {@link #SETS} - 1; the mean over neighbours that use all of them has finer steps than one has
	 */
	float reach(final float x, final float y, final float z, final float nx, final float ny, final float nz, final float doubt, final int set) {
		final float u = (along(0, x, y, z) - left) / cell, v = (along(1, x, y, z) - bottom) / cell, w = along(2, x, y, z);
		final float facing = Math.max(STEEPEST, along(2, nx, ny, nz));
		final float slopeU = -along(0, nx, ny, nz) / facing * cell, slopeV = -along(1, nx, ny, nz) / facing * cell;
		final float near = doubt + NEAR / Math.max(ASKANCE, nz), firm = FIRM / Math.max(ASKANCE, nz);
		final int layers = layers(u, v, w);
		if (layers == 0) return 1;
		final Ray ray = new Ray(w, near, firm);
		final float contact = (layers & 1) == 0 ? 0 : contact(ray, u, v, slopeU, slopeV, set);
		if (layers == 1 || contact >= 1) return 1 - contact;
		final float horizon = cell / spread;
		float hidden = 0;
		int rays = 0;
		for (int k = set * TAPS; k < (set + 1) * TAPS; k++) {
			if (slopeU * ACROSS[k] + slopeV * UP[k] > horizon) continue; // below the plane that the place lies on
			rays++;
			float by = contact;
			for (int rest = layers & ~1; rest != 0 && by < 1; rest &= rest - 1) {
				final int j = Integer.numberOfTrailingZeros(rest);
				final float du = radii[j] * ACROSS[k], dv = radii[j] * UP[k];
				by += ray.hidden(u + du, v + dv, slopeU * du + slopeV * dv, j);
			}
			hidden += Math.min(1, by);
		}
		return rays == 0 ? 1 : 1 - hidden / rays;
	}

	/** How much the lowest layer hides, where all rays are as good as one: the mean of some of them. */
	private float contact(final Ray ray, final float u, final float v, final float slopeU, final float slopeV, final int set) {
		float hidden = 0;
		for (int k = (set + 1) * TAPS - CONTACTS; k < (set + 1) * TAPS; k++) {
			final float du = radii[0] * ACROSS[k], dv = radii[0] * UP[k];
			hidden += ray.hidden(u + du, v + dv, slopeU * du + slopeV * dv, 0);
		}
		return hidden / CONTACTS;
	}

	/** The layers, a bit each, in which something may stand before a place. */
	private int layers(final float u, final float v, final float w) {
		final float highest = blocks.most() - w;
		int out = 0;
		for (int j = 0; j < heights.length && (j == 0 || highest > heights[j - 1]); j++) {
			final float above = blocks.most(levels[j], u, v, radii[j] + 1) - w;
			if (j == 0 ? above > -heights[0] : above > heights[j - 1]) out |= 1 << j;
		}
		return out;
	}

	/** From a place at a height towards the lamp. */
	private final class Ray {

		private final float start, near, firm;

		Ray(final float start, final float near, final float firm) {
			this.start = start;
			this.near = near;
			this.firm = firm;
		}

		/** 0..1: how much of the four cells around a place of layer j stands in it, and before the plane, which lies {@code plane} above the ray's start there. */
		float hidden(final float u, final float v, final float plane, final int j) {
			if (radii[j] >= WIDE) return stands((int) Math.floor(u), (int) Math.floor(v), plane, j);
			final int column = (int) Math.floor(u - 0.5f), row = (int) Math.floor(v - 0.5f);
			if (isBelow(blocks.ofFour(column, row) - start, plane, j)) return 0;
			final float fu = u - 0.5f - column, fv = v - 0.5f - row;
			return (1 - fv) * ((1 - fu) * stands(column, row, plane, j) + fu * stands(column + 1, row, plane, j)) +
				fv * ((1 - fu) * stands(column, row + 1, plane, j) + fu * stands(column + 1, row + 1, plane, j));
		}

		private float stands(final int column, final int row, final float plane, final int j) {
			final float height = depth.at(column, row) - start;
			return isBelow(height, plane, j) ? 0 : Math.min(1, (height - plane - near) / firm) * share(height, j);
		}

		/** Whether what has a height lies behind the plane or below layer j. */
		private boolean isBelow(final float height, final float plane, final int j) {
			return height - plane - near <= 0 || j > 0 && height <= heights[j - 1];
		}

		/** Of a height in layer j: from the middle of one to that of the next it falls from 1 to 0 as the next one's rises; nothing is below the lowest. */
		private float share(final float height, final int j) {
			if (height <= heights[j]) return j == 0 ? 1 : Math.max(0, (height - heights[j - 1]) / (heights[j] - heights[j - 1]));
			return j + 1 == heights.length ? 1 : Math.max(0, 1 - (height - heights[j]) / (heights[j + 1] - heights[j]));
		}
	}
}
