package org.icportrait.light;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;

/**
 * The shading that a photograph itself has: between what its estimated light explains and what picture / albedo says at low
 * frequencies, so that hard shadows go as far as the albedo estimate allows, and pores and wrinkles stay in the picture. Stateless.
 */
public final class OwnShading {

	/** Share of picture / albedo in the result (geometric). */
	private static final double TRUST = 0.9;
	/** Radius of the blur that leaves the low frequencies (done twice), dm, and the matte from which a cell counts. */
	private static final double RADIUS = 0.1;
	private static final float INSIDE = 0.9f;
	/** Albedo below this is taken to be this. */
	private static final float DARKEST = 0.02f;

	private OwnShading() {}

	/**
	 * @param own the photograph's own light, from {@link LightEstimator}
	 * @return linear RGB over the grid of the head's maps, above 0
	 */
	public static Picture of(final LitHead head, final Light own, final Progress progress) {
		final Picture shading = Shading.of(head, own, progress);
		final CellColours shown = CellColours.of(head, PixelMask.ALL, progress);
		final int radius = Math.max(1, (int) Math.round(RADIUS * head.cellsPerDm()));
		final Picture smooth = BoxBlur.blur(BoxBlur.blur(shownAndExplained(head.maps(), shown, shading), radius, progress), radius, progress);
		final int n = smooth.planeSize();
		for (int i = 0; i < 3 * n; i++) {
			final double ratio = (smooth.data()[i] + 1e-4) / (smooth.data()[3 * n + i] + 1e-4);
			shading.data()[i] *= (float) Math.pow(Math.max(0.1, Math.min(10, ratio)), TRUST);
		}
		return shading;
	}

	/** What the cells inside the head show (3 channels), and what the light explains of it (3 channels). */
	private static Picture shownAndExplained(final HeadMaps maps, final CellColours shown, final Picture explained) {
		final int n = maps.size();
		final Picture out = new Picture(maps.width(), maps.height(), 6);
		for (int i = 0; i < n; i++) {
			if (maps.matte().data()[i] <= INSIDE) continue;
			for (int c = 0; c < 3; c++) {
				out.data()[c * n + i] = shown.share(i) * shown.get(i, c);
				out.data()[(3 + c) * n + i] = shown.share(i) * Math.max(DARKEST, maps.albedo().data()[c * n + i]) * explained.data()[c * n + i];
			}
		}
		return out;
	}
}
