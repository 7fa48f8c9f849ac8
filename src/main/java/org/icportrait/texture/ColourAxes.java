package org.icportrait.texture;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;

/**
 * sRGB values turned so that grey is one axis: brightness, red against green, both against blue; orthonormal, so that noise keeps its energy and
 * grey pictures stay grey. Stateless.
 */
public final class ColourAxes {

	/** How many there are. */
	static final int COUNT = 3;
	private static final float A = (float) (1 / Math.sqrt(3)), B = (float) (1 / Math.sqrt(2)), C = (float) (1 / Math.sqrt(6));

	private ColourAxes() {}

	/** A new picture of linear RGB. */
	public static Picture of(final Picture linear) {
		final Picture out = new Picture(linear.width(), linear.height(), COUNT);
		final int n = out.planeSize();
		for (int i = 0; i < n; i++) {
			final float r = Colour.toSrgb(linear.data()[i]), g = Colour.toSrgb(linear.data()[n + i]), b = Colour.toSrgb(linear.data()[2 * n + i]);
			out.data()[i] = A * (r + g + b);
			out.data()[n + i] = B * (r - g);
			out.data()[2 * n + i] = C * (r + g - 2 * b);
		}
		return out;
	}

	/** Axes to sRGB values, in place. */
	public static void back(final Picture axes) {
		final int n = axes.planeSize();
		for (int i = 0; i < n; i++) {
			final float l = A * axes.data()[i], p = B * axes.data()[n + i], q = C * axes.data()[2 * n + i];
			axes.data()[i] = l + p + q;
			axes.data()[n + i] = l - p + q;
			axes.data()[2 * n + i] = l - 2 * q;
		}
	}

	/** Axes to linear RGB, in place. */
	public static void toLinear(final Picture axes) {
		back(axes);
		for (int i = 0; i < axes.data().length; i++) axes.data()[i] = Colour.toLinear(Math.max(0, Math.min(1, axes.data()[i])));
	}
}
