package org.icportrait.light;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;

/**
 * How dark a photograph's own shading may be. What the fitted light leaves unexplained is followed over wider places than the rim of a head is, where that
 * light falls off steeply: skin was told to lie in deeper shade there than it shows, and glared in any other light. Stateless.
 */
final class DeepShade {

	/** Shares of the face's mean shading between which shade becomes deep. */
	private static final float SHADE = 0.7f, DEEP = 0.4f;
	/** Radius of the means of what is shown there, dm. */
	private static final double RADIUS = 0.03;
	private static final float DARKEST = 1e-4f;

	private DeepShade() {}

	/**
	 * Raises a shading where it is deep to what skin shows.
	 *
	 * @param shading above 0, 3 channels over the maps; changed
	 * @param ratios what is shown (3 channels) and what albedo and light explain of it (3 channels); 0 where nothing is shown
	 * @param explained the shading which explains that, 3 channels over the maps
	 * @param cellsPerDm cells of the maps along one dm
	 */
	static void raise(final HeadMaps maps, final Picture shading, final Picture ratios, final Picture explained, final double cellsPerDm, final Progress progress) {
		final int n = maps.size();
		final Picture lacking = new Picture(maps.width(), maps.height(), 4);
		for (int i = 0; i < n; i++) {
			if (ratios.data()[3 * n + i] <= 0) continue;
			for (int k = i; k < 3 * n; k += n) {
				final float shown = ratios.data()[k] * explained.data()[k] / ratios.data()[3 * n + k];
				lacking.data()[k] = (float) Math.log(Math.max(DARKEST, shown) / Math.max(DARKEST, shading.data()[k]));
			}
			lacking.data()[3 * n + i] = 1;
		}
		final float[] means = BoxBlur.twice(lacking, Math.max(1, (int) Math.round(RADIUS * cellsPerDm)), progress).data();
		final double level = FaceLight.level(maps, shading);
		for (int i = 0; i < n; i++) {
			final float weight = means[3 * n + i], deep = weight <= 0 ? 0 : deep(shading, i, level) * HardLight.skin(maps, i);
			for (int k = i; deep > 0 && k < 3 * n; k += n) shading.data()[k] *= (float) Math.exp(deep * Math.max(0, means[k] / weight));
		}
	}

	private static float deep(final Picture shading, final int i, final double level) {
		final int n = shading.planeSize();
		return Smooth.step(SHADE, DEEP, (float) (Colour.luminance(shading.data()[i], shading.data()[n + i], shading.data()[2 * n + i]) / level));
	}
}
