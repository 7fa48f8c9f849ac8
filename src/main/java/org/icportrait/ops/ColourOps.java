package org.icportrait.ops;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

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
		map(srgb, linear, Colour::toLinear);
	}

	/** One number to one number. */
	private interface Curve {

		float at(float value);
	}

	/**
	 * Linear light to sRGB, clipped to 0..1.
	 *
	 * @implNote op names='icportrait.toSrgb'
	 * @param linear light
	 * @param srgb of the same size (container)
	 */
	public static void toSrgb(final RandomAccessibleInterval<FloatType> linear, final RandomAccessibleInterval<FloatType> srgb) {
		map(linear, srgb, Colour::toSrgb);
	}

	private static void map(final RandomAccessibleInterval<FloatType> from, final RandomAccessibleInterval<FloatType> to, final Curve curve) {
		final RandomAccess<FloatType> source = from.randomAccess();
		final Cursor<FloatType> target = Views.iterable(to).localizingCursor();
		while (target.hasNext()) {
			target.fwd();
			source.setPosition(target);
			target.get().set(curve.at(source.get().get()));
		}
	}
}
