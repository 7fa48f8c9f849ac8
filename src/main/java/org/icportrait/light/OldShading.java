package org.icportrait.light;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Picture;
import org.icportrait.view.HeadMaps;

/** How bright each place of a head is under a light: linear pixel = albedo * shading. Stateless. */
public final class OldShading {

	/** No place of a head is darker than this share of the mean light: skin scatters. */
	private static final float DARKEST = 0.02f;

	private OldShading() {}

	/**
	 * Spherical harmonics on the normals plus the lamps with cast shadows.
	 *
	 * @return linear RGB over the rectangle of the maps, above 0 everywhere
	 */
	public static Picture of(final HeadMaps maps, final HeadCamera camera, final Light light) {
		final List<Picture> reach = new ArrayList<>();
		for (final Lamp lamp : light.lamps()) reach.add(OldShadows.reach(maps, camera, lamp));
		final int w = maps.width(), n = w * maps.height();
		final Picture out = new Picture(w, maps.height(), 3);
		final float floor = (float) (DARKEST * meanLight(light));
		IntStream.range(0, maps.height()).parallel().forEach(y -> {
			for (int x = 0; x < w; x++) {
				final int i = y * w + x;
				final float nx = maps.normals().data()[i], ny = maps.normals().data()[n + i], nz = maps.normals().data()[2 * n + i];
				for (int c = 0; c < 3; c++) out.data()[c * n + i] = Math.max(floor, (float) light.harmonics().at(c, nx, ny, nz));
				for (int k = 0; k < reach.size(); k++) {
					final Lamp lamp = light.lamps().get(k);
					final double falloff = lamp.falloff(nx, ny, nz);
					if (falloff <= 0) continue;
					final Picture map = reach.get(k);
					final double lit = falloff * map.sample((x + 0.5) * map.width() / w, (y + 0.5) * map.height() / maps.height(), 0);
					for (int c = 0; c < 3; c++) out.data()[c * n + i] += (float) (lit * lamp.colour(c));
				}
			}
		});
		return out;
	}

	private static double meanLight(final Light light) {
		double mean = 0.282095 * (light.harmonics().get(0, 0) + light.harmonics().get(0, 1) + light.harmonics().get(0, 2)) / 3;
		for (final Lamp lamp : light.lamps()) mean += 0.25 * (lamp.red() + lamp.green() + lamp.blue()) / 3;
		return Math.max(1e-3, mean);
	}
}
