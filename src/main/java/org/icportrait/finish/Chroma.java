package org.icportrait.finish;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.texture.ColourAxes;
import org.icportrait.work.Progress;

/**
 * Takes the noise out of colour and leaves brightness as it is: near each pixel the axes of colour become a linear function of brightness (He, Sun and
 * Tang 2010, "Guided Image Filtering"), so that colours change where brightness does and are smooth elsewhere. Stateless.
 */
final class Chroma {

	/** Radius, share of the side, and variance of brightness that is taken for noise: 0.05 in each of red, green and blue. */
	private static final double NEAR = 0.024;
	private static final float NOISE = 3 * 0.05f * 0.05f;

	private Chroma() {}

	/** Linear RGB, square; a new picture. */
	static Picture smooth(final Picture linear, final Progress progress) {
		final Picture axes = ColourAxes.of(linear);
		final int n = axes.planeSize(), radius = BoxBlur.radius(NEAR, axes.width());
		final float[] values = axes.data();
		final Picture products = new Picture(axes.width(), axes.height(), 6);
		System.arraycopy(values, 0, products.data(), 0, 3 * n);
		for (int i = 0; i < 3 * n; i++) products.data()[3 * n + i] = values[i % n] * values[i];
		final float[] mean = BoxBlur.blur(products, radius, progress).data();
		final Picture lines = new Picture(axes.width(), axes.height(), 4);
		for (int i = 0; i < n; i++) {
			final float bright = mean[i], variance = Math.max(0, mean[3 * n + i] - bright * bright);
			for (int axis = 1; axis < 3; axis++) {
				final float slope = (mean[(3 + axis) * n + i] - bright * mean[axis * n + i]) / (variance + NOISE);
				lines.data()[(axis - 1) * n + i] = slope;
				lines.data()[(axis + 1) * n + i] = mean[axis * n + i] - slope * bright;
			}
		}
		final float[] line = BoxBlur.blur(lines, radius, progress).data();
		for (int i = n; i < 3 * n; i++) values[i] = line[i - n] * values[i % n] + line[i + n];
		ColourAxes.toLinear(axes);
		return axes;
	}
}
