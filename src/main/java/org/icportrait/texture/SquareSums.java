package org.icportrait.texture;

import java.util.function.IntToDoubleFunction;

import org.icportrait.image.Picture;

/**
 * Mean squares over any square of a picture at once, all channels together, by sums over all that is above and to the left (Crow 1984, "Summed-area tables").
 *
 * @param width of the picture
 * @param sums [row * (width + 1) + column]; live
 */
record SquareSums(int width, double[] sums) {

	static SquareSums of(final Picture picture) {
		final int n = picture.planeSize();
		return of(picture, i -> {
			double square = 0;
			for (int at = i; at < picture.data().length; at += n) square += picture.data()[at] * picture.data()[at];
			return square;
		});
	}

	/** Of one channel, whose means are taken as they are and not of their squares. */
	static SquareSums ofPlane(final Picture picture, final int channel) {
		return of(picture, i -> picture.data()[channel * picture.planeSize() + i]);
	}

	private static SquareSums of(final Picture picture, final IntToDoubleFunction value) {
		final int w = picture.width(), n = picture.planeSize(), line = w + 1;
		final double[] sums = new double[line * (picture.height() + 1)];
		for (int i = 0; i < n; i++) {
			final int to = (i / w + 1) * line + i % w + 1;
			sums[to] = value.applyAsDouble(i) + sums[to - 1] + sums[to - line] - sums[to - line - 1];
		}
		return new SquareSums(w, sums);
	}

	/** @param corner the pixel at its top left, [row * width + column] @param side pixels; the square lies within the picture */
	double mean(final int corner, final int side) {
		final int from = corner / width * (width + 1) + corner % width, down = from + side * (width + 1);
		return (sums[down + side] - sums[down] - sums[from + side] + sums[from]) / (side * side);
	}
}
