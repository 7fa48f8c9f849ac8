package org.icportrait.ops;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.real.FloatType;

import org.icportrait.image.Colour;

/** The sRGB curve on images of any size and number of axes. Thread-safe. */
public final class ColourOps {

	private ColourOps() {}

	/**
	 * sRGB values 0..1 to linear light 0..1.
	 *
	 * @implNote op names='icportrait.toLinear'
	 * @param srgb encoded values
	 * @param linear of the same size (container)
	 */
	public static void toLinear(final RandomAccessibleInterval<FloatType> srgb, final RandomAccessibleInterval<FloatType> linear) {
		LoopBuilder.setImages(srgb, linear).forEachPixel((from, to) -> to.set(Colour.toLinear(from.get())));
	}

	/**
	 * Linear light to sRGB, clipped to 0..1.
	 *
	 * @implNote op names='icportrait.toSrgb'
	 * @param linear light
	 * @param srgb of the same size (container)
	 */
	public static void toSrgb(final RandomAccessibleInterval<FloatType> linear, final RandomAccessibleInterval<FloatType> srgb) {
		LoopBuilder.setImages(linear, srgb).forEachPixel((from, to) -> to.set(Colour.toSrgb(from.get())));
	}
}
