package org.icportrait.texture;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

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
		final int w = out.width(), n = out.planeSize();
		Workers.rows(out.height(), Progress.NONE, y -> {
			for (int i = y * w; i < (y + 1) * w; i++) turn(linear.data(), n, i, out.data());
		});
		return out;
	}

	private static void turn(final float[] linear, final int n, final int i, final float[] out) {
		final float r = Colour.toSrgb(linear[i]), g = Colour.toSrgb(linear[n + i]), b = Colour.toSrgb(linear[2 * n + i]);
		out[i] = A * (r + g + b);
		out[n + i] = B * (r - g);
		out[2 * n + i] = C * (r + g - 2 * b);
	}

	/** Axes to sRGB values, in place. */
	public static void back(final Picture axes) {
		final int w = axes.width(), n = axes.planeSize();
		final float[] data = axes.data();
		Workers.rows(axes.height(), Progress.NONE, y -> {
			for (int i = y * w; i < (y + 1) * w; i++) {
				final float l = A * data[i], p = B * data[n + i], q = C * data[2 * n + i];
				data[i] = l + p + q;
				data[n + i] = l - p + q;
				data[2 * n + i] = l - 2 * q;
			}
		});
	}

	/** Axes to linear RGB, in place. */
	public static void toLinear(final Picture axes) {
		back(axes);
		final int w = axes.width();
		final float[] data = axes.data();
		Workers.rows(COUNT * axes.height(), Progress.NONE, line -> {
			for (int i = line * w; i < (line + 1) * w; i++) data[i] = Colour.toLinear(Math.max(0, Math.min(1, data[i])));
		});
	}
}
