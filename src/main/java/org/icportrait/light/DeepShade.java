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
	/** How far skin faces the viewer (normals' z) where a head ends, and where it does not yet. */
	private static final float GRAZING = 0.4f, FACING = 0.7f;
	/** Logarithm by which light may be followed too far on purpose ({@link OwnShading}), and the most that is raised; cells that tell too little. */
	private static final float AIM = 0.1f, MOST = 1, LEAST = 0.01f;
	private static final float DARKEST = 1e-4f;

	private DeepShade() {}

	/**
	 * Raises a shading where it is deep near the rim to what skin shows; its colours stay.
	 *
	 * @param shading above 0, 3 channels over the maps; changed
	 * @param both what is shown (3 channels) and what albedo and light explain of it (3 channels); 0 where nothing is shown
	 * @param explained the shading which explains that, 3 channels over the maps
	 * @param normals of the head, 3 channels over the maps
	 * @param cellsPerDm cells of the maps along one dm
	 */
	static void raise(final HeadMaps maps, final Picture shading, final Picture both, final Picture explained, final Picture normals, final double cellsPerDm,
		final Progress progress)
	{
		final int n = maps.size();
		final Picture lacking = new Picture(maps.width(), maps.height(), 2);
		for (int i = 0; i < n; i++) {
			if (both.data()[3 * n + i] <= 0) continue;
			lacking.data()[i] = Colour.luminance(lacking(both, explained, shading, i), lacking(both, explained, shading, n + i), lacking(both, explained, shading, 2 * n + i));
			lacking.data()[n + i] = 1;
		}
		final float[] means = BoxBlur.twice(lacking, BoxBlur.radius(RADIUS, cellsPerDm), progress).data();
		final double level = FaceLight.level(maps, shading);
		for (int i = 0; i < n; i++) {
			final float lacks = means[n + i] < LEAST ? 0 : means[i] / means[n + i] - AIM;
			if (lacks <= 0) continue;
			final float rim = Smooth.step(FACING, GRAZING, normals.data()[2 * n + i]) * deep(shading, i, level) * HardLight.skin(maps, i);
			final float gain = (float) Math.exp(rim * Math.min(MOST, lacks));
			for (int k = i; k < 3 * n; k += n) shading.data()[k] *= gain;
		}
	}

	/** Logarithm of the shading that a sample shows over the one it is said to have. */
	private static float lacking(final Picture both, final Picture explained, final Picture shading, final int k) {
		final float shown = both.data()[k] * explained.data()[k] / both.data()[shading.data().length + k];
		return (float) Math.log(Math.max(DARKEST, shown) / Math.max(DARKEST, shading.data()[k]));
	}

	private static float deep(final Picture shading, final int i, final double level) {
		return Smooth.step(SHADE, DEEP, (float) (Colour.luminance(shading, i) / level));
	}
}
