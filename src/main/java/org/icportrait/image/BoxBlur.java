package org.icportrait.image;


/** Means over squares of (2 radius + 1) pixels, smaller at the border; running sums, so the radius costs nothing. */
public final class BoxBlur {

	private BoxBlur() {}

	/** A new picture, each channel by itself. */
	public static Picture blur(final Picture source, final int radius) {
		final int w = source.width(), h = source.height();
		final Picture rows = new Picture(w, h, source.channels());
		final Picture out = new Picture(w, h, source.channels());
		for (int c = 0; c < source.channels(); c++) {
			final int plane = c * source.planeSize();
			for (int y = 0; y < h; y++) line(source.data(), rows.data(), plane + y * w, 1, w, radius);
			for (int x = 0; x < w; x++) line(rows.data(), out.data(), plane + x, w, h, radius);
		}
		return out;
	}

	private static void line(final float[] in, final float[] out, final int start, final int stride, final int length, final int radius) {
		double sum = 0;
		for (int i = 0; i < Math.min(radius, length); i++) sum += in[start + i * stride];
		for (int i = 0; i < length; i++) {
			if (i + radius < length) sum += in[start + (i + radius) * stride];
			if (i - radius - 1 >= 0) sum -= in[start + (i - radius - 1) * stride];
			out[start + i * stride] = (float) (sum / (Math.min(i + radius, length - 1) - Math.max(i - radius, 0) + 1));
		}
	}
}
