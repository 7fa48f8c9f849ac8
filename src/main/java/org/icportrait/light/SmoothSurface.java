package org.icportrait.light;

import java.util.concurrent.atomic.AtomicBoolean;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.maps.Normals;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * What the maps of a head show, as light is to see it. Networks draw in steps of a few cells, which a lamp from the side would bring out: normals are
 * means over as many cells, but not across edges. Clothes are read less well than skin: of them no fold is believed. Immutable; arrays are live.
 *
 * @param normals unit length, 3 channels over the maps
 * @param depth one channel over the maps, dm
 */
record SmoothSurface(Picture normals, Picture depth) {

	/** Half the window and the standard deviation of the mean of normals, cells. */
	private static final int RADIUS = 2;
	private static final double SIGMA = 1.5;
	/** Depths (dm) that differ by much more do not mix; what lies off the matte hardly counts. */
	private static final float STEP = 0.2f, OUTSIDE = 0.01f;
	/** Canonical heights (dm) between which a body is clothed, and the radius (dm) of the means there, taken twice. */
	private static final float BARE = -1.1f, CLOTHED = -1.6f;
	private static final double WIDE = 0.2;

	static SmoothSurface of(final HeadMaps maps, final HeadCamera camera, final Progress progress) {
		final Picture normals = smooth(maps, progress), depth = maps.depth().copy();
		final Picture wide = wide(maps, normals, BoxBlur.radius(WIDE, camera.s() * maps.pictureToMaps().scale()), progress);
		Workers.rows(maps.height(), progress, y -> {
			if (wide != null) smoothClothes(maps, wide, y, normals, depth);
			Normals.toUnit(normals, y * maps.width(), (y + 1) * maps.width());
		});
		return new SmoothSurface(normals, depth);
	}

	private static void smoothClothes(final HeadMaps maps, final Picture wide, final int y, final Picture normals, final Picture depth) {
		final int n = maps.size();
		for (int i = y * maps.width(); i < (y + 1) * maps.width(); i++) {
			final float clothed = clothed(maps, i), weight = wide.data()[4 * n + i];
			if (clothed <= 0 || weight <= 0) continue;
			for (int c = 0; c < 3; c++) normals.data()[c * n + i] += clothed * (wide.data()[c * n + i] / weight - normals.data()[c * n + i]);
			depth.data()[i] += clothed * (wide.data()[3 * n + i] / weight - depth.data()[i]);
		}
	}

	/** How surely cell i is of clothes, 0..1. */
	static float clothed(final HeadMaps maps, final int i) {
		return Smooth.step(BARE, CLOTHED, maps.coordinates().data()[maps.size() + i]);
	}

	/** Means of normals that are not yet of unit length. */
	private static Picture smooth(final HeadMaps maps, final Progress progress) {
		final Picture out = maps.normals().copy();
		final float[] kernel = new float[2 * RADIUS * RADIUS + 1];
		for (int r = 0; r < kernel.length; r++) kernel[r] = (float) Math.exp(-r / (2 * SIGMA * SIGMA));
		Workers.rows(maps.height(), progress, y -> {
			for (int x = 0; x < maps.width(); x++) if (maps.matte().get(x, y, 0) > 0) mean(maps, kernel, x, y, out);
		});
		return out;
	}

	private static void mean(final HeadMaps maps, final float[] kernel, final int x, final int y, final Picture out) {
		final int w = maps.width(), n = maps.size(), at = y * w + x;
		final float[] depth = maps.depth().data(), normals = maps.normals().data();
		float nx = 0, ny = 0, nz = 0;
		for (int j = Math.max(0, y - RADIUS); j <= Math.min(maps.height() - 1, y + RADIUS); j++) {
			for (int i = Math.max(0, x - RADIUS); i <= Math.min(w - 1, x + RADIUS); i++) {
				final int k = j * w + i;
				final float d = (depth[k] - depth[at]) / STEP;
				final float weight = Math.max(OUTSIDE, maps.matte().data()[k]) * kernel[(i - x) * (i - x) + (j - y) * (j - y)] / (1 + d * d);
				nx += weight * normals[k];
				ny += weight * normals[n + k];
				nz += weight * normals[2 * n + k];
			}
		}
		out.data()[at] = nx;
		out.data()[n + at] = ny;
		out.data()[2 * n + at] = nz;
	}

	/** Sums over what is clothed: normals, depth, weight; null where nothing is. */
	private static Picture wide(final HeadMaps maps, final Picture normals, final int radius, final Progress progress) {
		final Picture sums = new Picture(maps.width(), maps.height(), 5);
		final AtomicBoolean any = new AtomicBoolean();
		Workers.rows(maps.height(), progress, y -> {
			if (sum(maps, normals, y, sums)) any.set(true);
		});
		return any.get() ? BoxBlur.twice(sums, radius, progress) : null;
	}

	/** One row of what is summed; whether anything of it is clothed. */
	private static boolean sum(final HeadMaps maps, final Picture normals, final int y, final Picture sums) {
		final int n = maps.size();
		boolean any = false;
		for (int i = y * maps.width(); i < (y + 1) * maps.width(); i++) {
			final float weight = clothed(maps, i) * maps.matte().data()[i];
			if (weight <= 0) continue;
			any = true;
			for (int c = 0; c < 3; c++) sums.data()[c * n + i] = weight * normals.data()[c * n + i];
			sums.data()[3 * n + i] = weight * maps.depth().data()[i];
			sums.data()[4 * n + i] = weight;
		}
		return any;
	}
}
