package org.icportrait.skin;

import org.icportrait.image.Colour;

/**
 * The mean colour of skin without what is strange in it: stubble, hair, gleams, and what walls throw on skin that is seen askance (an M-estimate with Cauchy
 * weights, by iteratively reweighted least squares). Stateless.
 */
final class SkinTone {

	/** How far brightness and tinge (logarithms, of light and of ratios of channels) may be off the mean for a pixel to count half. */
	private static final double LIGHT = 0.4, TINGE = 0.12;
	private static final int ROUNDS = 5;
	private static final float DARKEST = 1e-4f;

	private SkinTone() {}

	/**
	 * Linear RGB, above 0.
	 *
	 * @param colours linear RGB, plane by plane
	 * @param weight how much each pixel counts, 0..1; above 0 somewhere
	 */
	static float[] mean(final float[] colours, final float[] weight) {
		float[] mean = mean(colours, weight, null);
		for (int round = 0; round < ROUNDS; round++) mean = mean(colours, weight, mean);
		return mean;
	}

	/** @param about from which pixels may stray; null for the plain mean */
	private static float[] mean(final float[] colours, final float[] weight, final float[] about) {
		final int n = weight.length;
		final double[] sum = new double[3];
		double all = 0;
		for (int i = 0; i < n; i++) {
			if (weight[i] <= 0) continue;
			final double counts = about == null ? weight[i] : weight[i] / strangeness(colours[i], colours[n + i], colours[2 * n + i], about);
			for (int c = 0; c < 3; c++) sum[c] += counts * colours[c * n + i];
			all += counts;
		}
		final float[] out = new float[3];
		for (int c = 0; c < 3; c++) out[c] = (float) Math.max(DARKEST, sum[c] / all);
		return out;
	}

	/** 1 for the mean itself, 2 for what counts half. */
	static double strangeness(final float r, final float g, final float b, final float[] mean) {
		final double green = apart(g, mean[1]), red = (apart(r, mean[0]) - green) / TINGE, blue = (apart(b, mean[2]) - green) / TINGE;
		final double light = Math.log(Math.max(DARKEST, Colour.luminance(r, g, b)) / Colour.luminance(mean)) / LIGHT;
		return 1 + red * red + blue * blue + light * light;
	}

	private static double apart(final float value, final float mean) {
		return Math.log(Math.max(DARKEST, value) / Math.max(DARKEST, mean));
	}
}
