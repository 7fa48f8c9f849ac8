package org.icportrait.light;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;

/** Natural logarithms of ratios between shadings, 3 channels. Stateless. */
final class LogRatios {

	private static final float DARKEST = 1e-4f;

	private LogRatios() {}

	/** Of one shading to another. */
	static Picture of(final Picture wanted, final Picture own) {
		final Picture out = new Picture(own.width(), own.height(), 3);
		for (int i = 0; i < out.data().length; i++) {
			out.data()[i] = (float) Math.log(Math.max(DARKEST, wanted.data()[i]) / Math.max(DARKEST, own.data()[i]));
		}
		return out;
	}

	/** Of a shading's luminance, in all channels. */
	static Picture grey(final Picture shading) {
		final int n = shading.planeSize();
		final Picture out = new Picture(shading.width(), shading.height(), 3);
		for (int i = 0; i < n; i++) {
			final float log = (float) Math.log(Math.max(DARKEST, Colour.luminance(shading, i)));
			for (int c = 0; c < 3; c++) out.data()[c * n + i] = log;
		}
		return out;
	}

	/** Mean size over a weight, one number a place, of what is left when the mean luminance is taken out. */
	static double size(final Picture logs, final float[] weight) {
		final int n = logs.planeSize();
		final float[] d = logs.data();
		double level = 0, size = 0, all = 1e-9;
		for (int i = 0; i < n; i++) {
			all += weight[i];
			level += weight[i] * Colour.luminance(logs, i);
		}
		level /= all;
		for (int i = 0; i < n; i++) {
			size += weight[i] * (Math.abs(d[i] - level) + Math.abs(d[n + i] - level) + Math.abs(d[2 * n + i] - level)) / 3;
		}
		return size / all;
	}

	/** Turns logarithms into ratios. */
	static void exponentiate(final Picture logs) {
		for (int i = 0; i < logs.data().length; i++) logs.data()[i] = (float) Math.exp(logs.data()[i]);
	}
}
