package org.icportrait.imagej;

import ij.process.ColorProcessor;

import java.awt.Color;

import org.icportrait.generate.Flow;
import org.icportrait.image.Picture;

/**
 * A flow in colours: hue says whereto (red right, going on clockwise as seen: yellow-green down, cyan left, violet up), saturation how far, up
 * to {@link Flow#reach}; white has not moved. What is unsure fades to grey, and what is no person is black.
 */
public final class FlowWheel {

	private static final int GREY = 128;

	private FlowWheel() {}

	/** RGB, of the size of the flow. */
	public static ColorProcessor of(final Flow flow) {
		final Picture map = flow.map();
		final int n = map.planeSize();
		final int[] pixels = new int[n];
		for (int i = 0; i < n; i++) {
			if (!Float.isNaN(map.data()[i])) pixels[i] = colour(map.data()[i], map.data()[n + i], map.data()[2 * n + i], flow.reach());
		}
		return new ColorProcessor(map.width(), map.height(), pixels);
	}

	private static int colour(final float dx, final float dy, final float confidence, final double reach) {
		final float hue = (float) (Math.atan2(dy, dx) / (2 * Math.PI)), far = (float) Math.min(1, Math.hypot(dx, dy) / reach);
		final int sure = Color.HSBtoRGB(hue, far, 1);
		int rgb = 0;
		for (int shift = 16; shift >= 0; shift -= 8) {
			final float value = GREY + Math.max(0, Math.min(1, confidence)) * ((sure >> shift & 255) - GREY);
			rgb |= Math.round(value) << shift;
		}
		return rgb;
	}
}
