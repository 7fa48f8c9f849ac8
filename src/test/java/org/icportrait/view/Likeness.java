package org.icportrait.view;

import java.util.function.IntPredicate;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;

/** How like two pictures are, for tests. */
public final class Likeness {

	private Likeness() {}

	/** Peak signal-to-noise ratio in dB, sRGB, over the pixels [y * width + x] that count; throws where fewer than 100 do. */
	public static double psnr(final Picture a, final Picture b, final IntPredicate counts) {
		double sum = 0;
		int pixels = 0;
		for (int i = 0; i < a.planeSize(); i++) {
			if (!counts.test(i)) continue;
			pixels++;
			for (int c = 0; c < 3; c++) {
				final double d = Colour.toSrgb(a.data()[c * a.planeSize() + i]) - Colour.toSrgb(b.data()[c * b.planeSize() + i]);
				sum += d * d;
			}
		}
		if (pixels < 100) throw new IllegalStateException("Only " + pixels + " pixels to compare.");
		return 10 * Math.log10(3 * pixels / Math.max(sum, 1e-12));
	}
}
