package org.icportrait.light;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Harmonics;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** How bright each place of a head is under a light: linear pixel = albedo * shading. Stateless. */
public final class Shading {

	/** No place of a head is darker than this share of the mean light: skin scatters. */
	private static final float DARKEST = 0.02f;
	/** A light that gives less than this is taken to give as much. */
	private static final double LEAST = 1e-3;

	private Shading() {}

	/**
	 * Spherical harmonics on the normals plus the lamps with the shadows that the surface casts.
	 *
	 * @param light camera axes
	 * @return linear RGB over the grid of the surface's maps, above 0 everywhere
	 */
	public static Picture of(final LitSurface surface, final Light light, final Progress progress) {
		final HeadMaps maps = surface.maps();
		final List<Picture> reach = light.lamps().stream().map(lamp -> surface.shadows(progress).reach(lamp, progress)).toList();
		final float[] normals = surface.normals(progress).data();
		final Picture out = new Picture(maps.width(), maps.height(), 3);
		final float floor = (float) (DARKEST * Math.max(LEAST, light.mean()));
		Workers.rows(maps.height(), progress, y -> {
			surround(normals, maps, light.harmonics(), floor, y, out);
			for (int k = 0; k < reach.size(); k++) addLamp(normals, maps, light.lamps().get(k), reach.get(k), y, out);
		});
		return out;
	}

	private static void surround(final float[] normals, final HeadMaps maps, final Harmonics harmonics, final float floor, final int y, final Picture out) {
		final int w = maps.width(), n = maps.size();
		if (harmonics.isEven()) {
			for (int c = 0; c < 3; c++) Arrays.fill(out.data(), c * n + y * w, c * n + (y + 1) * w, Math.max(floor, (float) harmonics.at(c, 0, 0, 1)));
			return;
		}
		for (int i = y * w; i < (y + 1) * w; i++) {
			for (int c = 0; c < 3; c++) out.data()[c * n + i] = Math.max(floor, (float) harmonics.at(c, normals[i], normals[n + i], normals[2 * n + i]));
		}
	}

	private static void addLamp(final float[] normals, final HeadMaps maps, final Lamp lamp, final Picture reach, final int y, final Picture out) {
		final int w = maps.width(), n = maps.size();
		final double stepX = (double) reach.width() / w, row = (y + 0.5) * reach.height() / maps.height();
		for (int x = 0, i = y * w; x < w; x++, i++) {
			final double falloff = lamp.falloff(normals[i], normals[n + i], normals[2 * n + i]);
			if (falloff <= 0) continue;
			final double lit = falloff * reach.sample((x + 0.5) * stepX, row, 0);
			for (int c = 0; c < 3; c++) out.data()[c * n + i] += (float) (lit * lamp.colour(c));
		}
	}
}
