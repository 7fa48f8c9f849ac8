package org.icportrait.light;

import java.util.stream.IntStream;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.view.HeadMaps;

/**
 * The shading that a photograph itself has: between what its estimated light explains and what picture / albedo says at low
 * frequencies, so that hard shadows go as far as the albedo estimate allows, and pores and wrinkles stay in the picture.
 */
public final class OldOwnShading {

	/** Share of picture / albedo in the result (geometric). */
	private static final double TRUST = 0.9;
	/** Longer side of the grid on which the low frequencies are found, and the blur in its cells. */
	private static final int GRID = 192, RADIUS = 4;

	private OldOwnShading() {}

	/**
	 * @param light the photograph's own, from {@link LightEstimator}
	 * @return linear RGB over the rectangle of the maps, above 0
	 */
	public static Picture of(final Picture picture, final HeadMaps maps, final HeadCamera camera, final Light light) {
		final Picture explained = OldShading.of(maps, camera, light);
		final Picture factor = factor(picture, maps, explained);
		final int w = maps.width(), n = w * maps.height();
		final double sx = factor.width() / (double) w, sy = factor.height() / (double) maps.height();
		IntStream.range(0, maps.height()).parallel().forEach(y -> {
			for (int x = 0; x < w; x++) {
				for (int c = 0; c < 3; c++) explained.data()[c * n + y * w + x] *= factor.sample((x + 0.5) * sx, (y + 0.5) * sy, c);
			}
		});
		return explained;
	}

	/** Picture over what the light explains of it, both blurred alike over the person, to the power of TRUST; on the coarse grid. */
	private static Picture factor(final Picture picture, final HeadMaps maps, final Picture explained) {
		final int step = Math.max(1, (Math.max(maps.width(), maps.height()) + GRID - 1) / GRID);
		final Picture sums = new Picture((maps.width() + step - 1) / step, (maps.height() + step - 1) / step, 6);
		final int cells = sums.planeSize(), n = maps.width() * maps.height();
		IntStream.range(0, sums.height()).parallel().forEach(row -> {
			for (int y = row * step; y < Math.min(maps.height(), (row + 1) * step); y++) {
				for (int x = 0; x < maps.width(); x++) {
					final int i = y * maps.width() + x;
					if (maps.matte().data()[i] <= 0.9f) continue;
					final int cell = row * sums.width() + x / step;
					for (int c = 0; c < 3; c++) {
						sums.data()[c * cells + cell] += picture.get(maps.x() + x, maps.y() + y, c);
						sums.data()[(3 + c) * cells + cell] += Math.max(0.02f, maps.albedo().data()[c * n + i]) * explained.data()[c * n + i];
					}
				}
			}
		});
		final Picture smooth = BoxBlur.blur(BoxBlur.blur(sums, RADIUS), RADIUS);
		final Picture out = new Picture(sums.width(), sums.height(), 3);
		for (int i = 0; i < 3 * cells; i++) {
			final double ratio = (smooth.data()[i] + 1e-4) / (smooth.data()[3 * cells + i] + 1e-4);
			out.data()[i] = (float) Math.pow(Math.max(0.1, Math.min(10, ratio)), TRUST);
		}
		return out;
	}
}
