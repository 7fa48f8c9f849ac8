package org.icportrait.light;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * What hard light does to a face that soft light does not: it draws shadows with borders, and colours them. To even it out, a picture's own shading has to
 * follow both; what the sides of a face have in common is the face's own and not its light's. Stateless.
 */
final class HardLight {

	/** The face, canonical heights and depth in dm. */
	private static final float LOW = -0.8f, HIGH = 0.9f, FRONT = 0.2f, INSIDE = 0.95f;
	/** Standard deviation of the logarithm of the shading of faces: at most in the soft light of studios, and at least in hard light. */
	private static final float SOFT = 0.48f, HARD = 0.62f;
	/** Every so many cells along a row, and rows, are asked for that. */
	private static final int STEP = 2;
	/** Logarithms up to this are texture; how much of what both sides show alike is left out; distances (dm) from the middle between which a place has one across. */
	private static final float TEXTURE = 0.03f, COMMON = 0.7f, MIDDLE = 0.05f, ASIDE = 0.2f;
	/** Logarithms of colours between which light is no longer what makes them; canonical heights and depths (dm) between which skin is no longer surely there. */
	private static final float TINGE = 0.8f, PAINT = 1.6f, BROW = 0.6f, HAT = 1, SIDE = 0.1f, CHEEK = 0.4f;
	private static final float DARKEST = 1e-4f;

	private HardLight() {}

	/**
	 * How hard the light of a face is, 0 to 1, by how much its shading varies.
	 *
	 * @param shading 3 channels over the maps
	 */
	static float of(final HeadMaps maps, final Picture shading) {
		double sum = 0, squares = 0;
		int count = 0;
		for (int y = 0; y < maps.height(); y += STEP) {
			for (int i = y * maps.width(); i < (y + 1) * maps.width(); i += STEP) {
				if (!isFace(maps, i)) continue;
				final double log = Math.log(Math.max(DARKEST, Colour.luminance(shading, i)));
				sum += log;
				squares += log * log;
				count++;
			}
		}
		return count == 0 ? 0 : Smooth.step(SOFT, HARD, (float) Math.sqrt(Math.max(0, squares / count - sum * sum / count / count)));
	}

	private static boolean isFace(final HeadMaps maps, final int i) {
		final float[] place = maps.coordinates().data();
		final float y = place[maps.size() + i];
		return maps.matte().data()[i] >= INSIDE && y > LOW && y < HIGH && place[2 * maps.size() + i] > FRONT;
	}

	/**
	 * Leaves of the detail of a shading what may be borders of shadows: not what is faint, nor what the place across the face shows too.
	 *
	 * @param detail logarithms, 3 channels over the maps; changed
	 */
	static void keepBorders(final HeadMaps maps, final Picture detail, final Progress progress) {
		final int w = maps.width(), n = maps.size();
		final float[] d = detail.data(), place = maps.coordinates().data();
		final Picture grey = new Picture(w, maps.height(), 1);
		for (int i = 0; i < n; i++) grey.data()[i] = (d[i] + d[n + i] + d[2 * n + i]) / 3;
		final FaceChart chart = FaceChart.of(maps, grey);
		Workers.bands(maps.height(), progress, (from, to) -> {
			final float[] common = new float[1];
			for (int i = from * w; i < to * w; i++) {
				final float all = grey.data()[i];
				common[0] = all;
				chart.common(place[i], place[n + i], common);
				final float left = Math.abs(all - COMMON * Smooth.step(MIDDLE, ASIDE, Math.abs(place[i])) * common[0]) - TEXTURE;
				final float share = left <= 0 ? 0 : left / Math.abs(all);
				for (int c = 0; c < 3; c++) d[c * n + i] *= share;
			}
		});
	}

	/**
	 * Takes out of a shading, as far as the light is hard, the colours that may be those of skin, lips and cloth read wrongly: those that the place across the
	 * face has too. What is left beside the face's mean colour is light.
	 *
	 * @param shading above 0, 3 channels over the maps; changed, but not its luminance
	 */
	static void keepColours(final HeadMaps maps, final Picture shading, final float hardness, final Progress progress) {
		final int w = maps.width(), n = maps.size();
		final float[] mean = meanColour(maps, shading), place = maps.coordinates().data();
		final Picture colours = new Picture(w, maps.height(), 3);
		for (int i = 0; i < n; i++) {
			final float luminance = Math.max(DARKEST, Colour.luminance(shading, i));
			for (int c = 0; c < 3; c++) colours.data()[c * n + i] = (float) Math.log(Math.max(DARKEST, shading.data()[c * n + i]) / (luminance * mean[c]));
		}
		final FaceChart chart = FaceChart.of(maps, colours);
		Workers.bands(maps.height(), progress, (from, to) -> {
			final float[] own = new float[3];
			for (int i = from * w; i < to * w; i++) {
				for (int c = 0; c < 3; c++) own[c] = colours.data()[c * n + i];
				chart.common(place[i], place[n + i], own);
				final float sure = skin(maps, i) * sure(colours, i, own), before = Colour.luminance(shading, i);
				for (int c = 0; c < 3; c++) {
					final float all = colours.data()[c * n + i];
					shading.data()[c * n + i] *= (float) Math.exp(-hardness * (all - sure * (all - own[c])));
				}
				final float gain = before / Math.max(DARKEST, Colour.luminance(shading, i));
				for (int c = 0; c < 3; c++) shading.data()[c * n + i] *= gain;
			}
		});
	}

	/** How surely a place is where the skin of a face or a neck is, 0 to 1: seen from the front, neither clothed nor under a hat. */
	static float skin(final HeadMaps maps, final int i) {
		final float[] place = maps.coordinates().data();
		return (1 - SmoothSurface.clothed(maps, i)) * Smooth.step(HAT, BROW, place[maps.size() + i]) * Smooth.step(SIDE, CHEEK, place[2 * maps.size() + i]);
	}

	/** 1 for what light may do to a colour, 0 for what only another thing can. */
	private static float sure(final Picture colours, final int i, final float[] own) {
		float most = 0;
		for (int c = 0; c < 3; c++) most = Math.max(most, Math.abs(colours.data()[c * colours.planeSize() + i] - own[c]));
		return Smooth.step(PAINT, TINGE, most);
	}

	/** Of the face's shading, red, green and blue over the luminance; white where there is no face. */
	static float[] meanColour(final HeadMaps maps, final Picture shading) {
		final int n = maps.size();
		final double[] sum = new double[3];
		for (int i = 0; i < n; i++) if (isFace(maps, i)) for (int c = 0; c < 3; c++) sum[c] += shading.data()[c * n + i];
		final float luminance = Colour.luminance((float) sum[0], (float) sum[1], (float) sum[2]);
		return luminance <= 0 ? new float[] { 1, 1, 1 } : new float[] { (float) sum[0] / luminance, (float) sum[1] / luminance, (float) sum[2] / luminance };
	}
}
