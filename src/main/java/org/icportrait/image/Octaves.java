package org.icportrait.image;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Detail by its size: four octaves, each the difference of the means over two squares, of 1, 3, 5, 9 and 17 pixels. Stateless.
 */
public final class Octaves {

	public static final int COUNT = 4;
	private static final int[] RADII = { 0, 1, 2, 4, 8 };
	/** Side of the finest square that holds the convolution of two octaves. */
	private static final int REACH = 16, SIDE = 2 * REACH + 1;
	/** [octave, of which, with which]: what {@link #energy} sums. */
	private static final double[] SHARED = shared();

	private Octaves() {}

	/** Finest first; all of them and the coarsest mean are the picture. Each channel by itself. */
	public static List<Picture> of(final Picture picture, final Progress progress) {
		final List<Picture> octaves = new ArrayList<>();
		Picture finer = picture;
		for (int octave = 0; octave < COUNT; octave++) {
			final Picture coarser = BoxBlur.blur(picture, RADII[octave + 1], progress), from = finer;
			// A mean is of no use once it became an octave.
			final Picture detail = octave > 0 ? from : new Picture(picture.width(), picture.height(), picture.channels());
			Workers.rows(picture.height() * picture.channels(), progress, line -> {
				for (int i = line * picture.width(); i < (line + 1) * picture.width(); i++) detail.data()[i] = from.data()[i] - coarser.data()[i];
			});
			octaves.add(detail);
			finer = coarser;
		}
		return octaves;
	}

	/**
	 * Mean square that an octave of noise has, where the noise is white noise of deviation 1 whose octaves were multiplied by gains.
	 *
	 * @param gains one for each octave
	 */
	public static double energy(final int octave, final double[] gains) {
		double sum = 0;
		for (int i = 0; i < COUNT; i++) for (int j = 0; j < COUNT; j++) sum += gains[i] * gains[j] * SHARED[(octave * COUNT + i) * COUNT + j];
		return sum;
	}

	private static double[] shared() {
		final double[] shared = new double[COUNT * COUNT * COUNT];
		for (int octave = 0; octave < COUNT; octave++) {
			final double[] twice = new double[COUNT * SIDE * SIDE];
			for (int i = 0; i < COUNT; i++) convolve(octave, i, twice);
			for (int i = 0; i < COUNT; i++) for (int j = 0; j < COUNT; j++) {
				double sum = 0;
				for (int k = 0; k < SIDE * SIDE; k++) sum += twice[i * SIDE * SIDE + k] * twice[j * SIDE * SIDE + k];
				shared[(octave * COUNT + i) * COUNT + j] = sum;
			}
		}
		return shared;
	}

	/** The octave {@code first} of the octave {@code second} of a single bright pixel, into its part of {@code out}. */
	private static void convolve(final int first, final int second, final double[] out) {
		final int a = RADII[first + 1], b = RADII[second + 1];
		for (int y = -a; y <= a; y++) for (int x = -a; x <= a; x++) for (int v = -b; v <= b; v++) for (int u = -b; u <= b; u++) {
			out[second * SIDE * SIDE + (y + v + REACH) * SIDE + x + u + REACH] += kernel(first, x, y) * kernel(second, u, v);
		}
	}

	private static double kernel(final int octave, final int x, final int y) {
		return box(RADII[octave], x, y) - box(RADII[octave + 1], x, y);
	}

	private static double box(final int radius, final int x, final int y) {
		return Math.max(Math.abs(x), Math.abs(y)) <= radius ? 1.0 / ((2 * radius + 1) * (2 * radius + 1)) : 0;
	}
}
