package org.icportrait.light;

import org.icportrait.face.HeadCamera;
import org.icportrait.image.Picture;
import org.icportrait.view.BoxBlur;
import org.icportrait.view.HeadMaps;

/**
 * The shading that a photograph itself has: between what its estimated light explains and what picture / albedo says at low
 * frequencies, so that hard shadows go as far as the albedo estimate allows, and pores and wrinkles stay in the picture.
 */
public final class OwnShading {

	/** Share of picture / albedo in the result (geometric), and its blur as a share of the maps' width. */
	private static final double TRUST = 0.7, BLUR = 0.012;

	private OwnShading() {}

	/**
	 * @param light the photograph's own, from {@link LightEstimator}
	 * @return linear RGB over the rectangle of the maps, above 0
	 */
	public static Picture of(final Picture picture, final HeadMaps maps, final HeadCamera camera, final Light light) {
		final Picture explained = Shading.of(maps, camera, light);
		final int n = maps.width() * maps.height();
		// Blur picture and what the light explains alike, weighted by the matte, so that only their ratio at low frequencies counts.
		final Picture sums = new Picture(maps.width(), maps.height(), 6);
		for (int y = 0; y < maps.height(); y++) {
			for (int x = 0; x < maps.width(); x++) {
				final int i = y * maps.width() + x;
				final float matte = maps.matte().data()[i] > 0.9f ? 1 : 0;
				for (int c = 0; c < 3; c++) {
					sums.data()[c * n + i] = matte * picture.get(maps.x() + x, maps.y() + y, c);
					sums.data()[(3 + c) * n + i] = matte * Math.max(0.02f, maps.albedo().data()[c * n + i]) * explained.data()[c * n + i];
				}
			}
		}
		final int radius = Math.max(1, (int) (BLUR * maps.width()));
		final Picture smooth = BoxBlur.blur(BoxBlur.blur(sums, radius), radius);
		for (int i = 0; i < 3 * n; i++) {
			final double shown = smooth.data()[i] + 1e-4, expected = smooth.data()[3 * n + i] + 1e-4;
			explained.data()[i] *= (float) Math.pow(Math.max(0.1, Math.min(10, shown / expected)), TRUST);
		}
		return explained;
	}
}
