package org.icportrait.light;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How far the colours of a fitted light may be believed. Each channel is fitted by itself, and at the rim of a head, where hardly a sample lies, one falls to
 * nothing before the others do: a light of one strong colour that nothing in the picture shows. Stateless.
 */
final class LightColours {

	/** Logarithms of a channel over the luminance, beside the face's mean: up to which they are believed, and which none exceeds. */
	private static final float BELIEVED = 0.25f, MOST = 0.5f;
	private static final float DARKEST = 1e-4f;

	private LightColours() {}

	/**
	 * Draws in colours that are far from the face's mean; luminances stay.
	 *
	 * @param shading above 0, 3 channels over the maps; changed
	 */
	static void drawIn(final HeadMaps maps, final Picture shading, final Progress progress) {
		final int w = maps.width(), n = maps.size();
		final float[] mean = HardLight.meanColour(maps, shading), d = shading.data();
		Workers.bands(maps.height(), progress, (from, to) -> {
			for (int i = from * w; i < to * w; i++) {
				final float luminance = Math.max(DARKEST, Colour.luminance(shading, i));
				boolean far = false;
				for (int c = 0; c < 3; c++) {
					final float beside = (float) Math.log(Math.max(DARKEST, d[c * n + i]) / (luminance * mean[c])), drawn = drawnIn(beside);
					if (drawn == beside) continue;
					far = true;
					d[c * n + i] = luminance * mean[c] * (float) Math.exp(drawn);
				}
				if (!far) continue;
				final float gain = luminance / Math.max(DARKEST, Colour.luminance(shading, i));
				for (int c = 0; c < 3; c++) d[c * n + i] *= gain;
			}
		});
	}

	private static float drawnIn(final float log) {
		final float size = Math.abs(log), room = MOST - BELIEVED;
		return size <= BELIEVED ? log : Math.copySign(BELIEVED + room * (1 - (float) Math.exp((BELIEVED - size) / room)), log);
	}
}
