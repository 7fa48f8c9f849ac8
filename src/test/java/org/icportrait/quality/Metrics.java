package org.icportrait.quality;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;

/** How far two pictures differ inside a mask; both are taken to sRGB first. */
final class Metrics {

	/** Radius and standard deviation of the window, and the constants of SSIM (Wang et al. 2004). */
	private static final int RADIUS = 5;
	private static final double SIGMA = 1.5, C1 = 1e-4, C2 = 9e-4;

	private Metrics() {}

	/** Mean squared error after the best common factor on {@code candidate}. */
	static double scaleInvariantError(final Picture candidate, final Picture truth, final boolean[] mask) {
		double cc = 1e-12, ct = 0, tt = 0;
		long count = 0;
		for (int i = 0; i < mask.length; i++) {
			if (!mask[i]) continue;
			for (int k = 0; k < 3; k++) {
				final double c = Colour.toSrgb(candidate.data()[k * mask.length + i]), t = Colour.toSrgb(truth.data()[k * mask.length + i]);
				cc += c * c;
				ct += c * t;
				tt += t * t;
				count++;
			}
		}
		return (tt - ct * ct / cc) / count;
	}

	/** (1 - SSIM) / 2, mean over the mask and the channels. */
	static double dissimilarity(final Picture candidate, final Picture truth, final boolean[] mask) {
		return mean(dissimilarities(candidate, truth), mask);
	}

	/** Mean over a mask; 0 where that is empty. */
	static double mean(final double[] values, final boolean[] mask) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < mask.length; i++) {
			if (!mask[i]) continue;
			sum += values[i];
			count++;
		}
		return sum / Math.max(count, 1);
	}

	/** (1 - SSIM) / 2 of each pixel, mean over the channels. */
	static double[] dissimilarities(final Picture candidate, final Picture truth) {
		final int w = truth.width(), h = truth.height(), n = w * h;
		final double[] out = new double[n];
		for (int k = 0; k < 3; k++) {
			final double[][] m = new double[5][n];
			for (int i = 0; i < n; i++) {
				final double a = Colour.toSrgb(candidate.data()[k * n + i]), b = Colour.toSrgb(truth.data()[k * n + i]);
				m[0][i] = a;
				m[1][i] = b;
				m[2][i] = a * a;
				m[3][i] = b * b;
				m[4][i] = a * b;
			}
			for (int j = 0; j < 5; j++) m[j] = blur(m[j], w, h, SIGMA, RADIUS);
			for (int i = 0; i < n; i++) {
				final double va = m[2][i] - m[0][i] * m[0][i], vb = m[3][i] - m[1][i] * m[1][i], cov = m[4][i] - m[0][i] * m[1][i];
				final double ssim = (2 * m[0][i] * m[1][i] + C1) * (2 * cov + C2) / ((m[0][i] * m[0][i] + m[1][i] * m[1][i] + C1) * (va + vb + C2));
				out[i] += (1 - ssim) / 6;
			}
		}
		return out;
	}

	/** A Gaussian, border repeated. */
	static double[] blur(final double[] in, final int w, final int h, final double sigma, final int radius) {
		final double[] weights = new double[2 * radius + 1];
		double total = 0;
		for (int k = -radius; k <= radius; k++) total += weights[k + radius] = Math.exp(-k * k / (2 * sigma * sigma));
		final double[] rows = new double[in.length], out = new double[in.length];
		for (int y = 0; y < h; y++) {
			for (int x = 0; x < w; x++) {
				for (int k = -radius; k <= radius; k++) rows[y * w + x] += weights[k + radius] / total * in[y * w + Math.max(0, Math.min(w - 1, x + k))];
			}
		}
		for (int y = 0; y < h; y++) {
			for (int x = 0; x < w; x++) {
				for (int k = -radius; k <= radius; k++) out[y * w + x] += weights[k + radius] / total * rows[Math.max(0, Math.min(h - 1, y + k)) * w + x];
			}
		}
		return out;
	}
}
