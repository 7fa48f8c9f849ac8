package org.icportrait.light;

import org.icportrait.head.DepthBuffer;
import org.icportrait.head.Occluder;
import org.icportrait.work.Progress;

/**
 * What a lamp sees of a place past a surface: the surface's depth as seen from the lamp (Williams 1978), compared around the place with
 * the plane that it lies on as far as the lamp is wide (percentage-closer filtering; a penumbra as wide as what casts it stands far off,
 * after Fernando 2005). Immutable.
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
	/** Places of the lamp's disc that are tried, along a sunflower's spiral. */
	private static final int TAPS = 16;
	private static final float[] ACROSS = new float[TAPS], UP = new float[TAPS];
	/** Least radius, cells, and the distance (dm) at which what casts a shadow is looked for. */
	private static final float LEAST = 0.75f, USUAL = 0.5f;

	static {
		for (int k = 0; k < TAPS; k++) {
			final double r = Math.sqrt((k + 0.5) / TAPS), angle = k * Math.PI * (3 - Math.sqrt(5));
			ACROSS[k] = (float) (r * Math.cos(angle));
			UP[k] = (float) (r * Math.sin(angle));
		}
	}

	/** Rows across, up and towards the lamp. */
	private final float[] axes;
	/** Half the width of a shadow's edge, as a share of the distance to what casts it. */
	private final float spread;
	private float left = Float.MAX_VALUE;
	private float bottom = Float.MAX_VALUE;
	private float cell;
	private final DepthBuffer depth;

	/** @param penumbra width of a shadow's edge as a share of the distance to what casts it */
	ShadowMap(final Occluder occluder, final Lamp lamp, final double penumbra, final Progress progress) {
		spread = (float) penumbra / 2;
		axes = axes(lamp);
		depth = draw(occluder, progress);
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

	/** 0 (hidden from the lamp) to 1 of a place (camera axes, dm) of a surface with this unit normal. */
	float reach(final float x, final float y, final float z, final float nx, final float ny, final float nz) {
		final float u = (along(0, x, y, z) - left) / cell, v = (along(1, x, y, z) - bottom) / cell, w = along(2, x, y, z);
		final float facing = Math.max(STEEPEST, along(2, nx, ny, nz));
		final float slopeU = -along(0, nx, ny, nz) / facing * cell, slopeV = -along(1, nx, ny, nz) / facing * cell;
		final float near = NEAR / Math.max(ASKANCE, nz), firm = FIRM / Math.max(ASKANCE, nz);
		final float search = Math.max(LEAST, spread * USUAL / cell) + 1;
		float before = 0;
		int count = 0;
		for (int k = 0; k < TAPS; k++) {
			final float du = search * ACROSS[k], dv = search * UP[k];
			final float by = depth.at((int) Math.floor(u + du), (int) Math.floor(v + dv)) - w - slopeU * du - slopeV * dv;
			if (by < near) continue;
			before += by;
			count++;
		}
		if (count == 0) return 1;
		final float radius = Math.max(LEAST, spread * before / count / cell);
		float hidden = 0;
		for (int k = 0; k < TAPS; k++) {
			final float du = radius * ACROSS[k], dv = radius * UP[k];
			hidden += hidden(u + du, v + dv, w + slopeU * du + slopeV * dv + near, firm);
		}
		return 1 - hidden / TAPS;
	}

	/** 0..1: how much of the four cells around a place lies before a depth, in full from {@code firm} on. */
	private float hidden(final float u, final float v, final float w, final float firm) {
		final int i = (int) Math.floor(u - 0.5f), j = (int) Math.floor(v - 0.5f);
		final float fu = u - 0.5f - i, fv = v - 0.5f - j;
		return (1 - fv) * ((1 - fu) * before(i, j, w, firm) + fu * before(i + 1, j, w, firm)) + fv * ((1 - fu) * before(i, j + 1, w, firm) + fu * before(i + 1, j + 1, w, firm));
	}

	private float before(final int i, final int j, final float w, final float firm) {
		return Math.max(0, Math.min(1, (depth.at(i, j) - w) / firm));
	}
}
