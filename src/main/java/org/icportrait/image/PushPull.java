package org.icportrait.image;


/**
 * Fills what is not known from what is known around it, smoothly, by a pyramid of weighted means (Gortler et al. 1996,
 * "The Lumigraph": pull down, push up). Linear time.
 */
public final class PushPull {

	private PushPull() {}

	/**
	 * @param known any number of channels; only where {@code weight} is above 0 it is read
	 * @param weight one number for each pixel, 0..1: how much the pixel is known
	 * @return a new picture: the known value where weight is 1, in between a blend
	 */
	public static Picture fill(final Picture known, final float[] weight) {
		final int w = known.width(), h = known.height();
		if (w == 1 && h == 1) return known.copy();
		final int cw = (w + 1) / 2, ch = (h + 1) / 2;
		final Picture coarse = new Picture(cw, ch, known.channels());
		final float[] coarseWeight = new float[cw * ch];
		pull(known, weight, coarse, coarseWeight);
		return push(known, weight, fill(coarse, coarseWeight));
	}

	private static void pull(final Picture fine, final float[] weight, final Picture coarse, final float[] coarseWeight) {
		final int w = fine.width(), h = fine.height(), cw = coarse.width();
		for (int y = 0; y < h; y++) {
			for (int x = 0; x < w; x++) {
				final float a = weight[y * w + x];
				if (a <= 0) continue;
				final int to = (y >> 1) * cw + (x >> 1);
				coarseWeight[to] += a;
				for (int c = 0; c < fine.channels(); c++) coarse.data()[c * coarse.planeSize() + to] += a * fine.data()[c * fine.planeSize() + y * w + x];
			}
		}
		for (int i = 0; i < coarseWeight.length; i++) {
			if (coarseWeight[i] <= 0) continue;
			for (int c = 0; c < coarse.channels(); c++) coarse.data()[c * coarse.planeSize() + i] /= coarseWeight[i];
			coarseWeight[i] = Math.min(1, coarseWeight[i]);
		}
	}

	private static Picture push(final Picture fine, final float[] weight, final Picture coarse) {
		final Picture out = new Picture(fine.width(), fine.height(), fine.channels());
		final int w = fine.width(), h = fine.height();
		for (int c = 0; c < fine.channels(); c++) {
			for (int y = 0; y < h; y++) {
				for (int x = 0; x < w; x++) {
					final int i = y * w + x;
					final float a = weight[i];
					final float own = a > 0 ? a * fine.data()[c * out.planeSize() + i] : 0;
					out.data()[c * out.planeSize() + i] = a >= 1 ? own : own + (1 - a) * coarse.sample(0.5 * (x + 0.5), 0.5 * (y + 0.5), c);
				}
			}
		}
		return out;
	}
}
