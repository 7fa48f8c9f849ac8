package org.icportrait.texture;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.icportrait.image.Picture;
import org.icportrait.image.StructureTensor;

/**
 * Which squares of skin a fold crosses: slopes of one direction are strong in a part of it, as pores' and blotches' are not ({@link StructureTensor}). A fold from
 * nose to mouth, laid side by side, is a cheek full of creases. Immutable.
 *
 * @param steep how steep slopes are @param level their vector's first number, by which they run along rows or columns @param slanted its second
 */
record Folds(SquareSums steep, SquareSums level, SquareSums slanted) {

	/** A part is so much of a square's side, and as many begin along it. */
	private static final double PART = 0.5;
	private static final int STEPS = 3;
	/** Energy of one direction in a part, in the middle square's of all directions: 2.1 to 3.3 in squares of a rendered smile, below 1.6 beside it. */
	private static final double STRONG = 2;

	/** @param broad detail in brightness without what is fine; other channels are not read */
	static Folds of(final Picture broad) {
		final int w = broad.width(), n = broad.planeSize();
		final boolean[] inner = new boolean[n];
		for (int i = w; i < n - w; i++) inner[i] = i % w > 0 && i % w < w - 1;
		final Picture slopes = StructureTensor.slopes(broad.plane(0), inner);
		return new Folds(SquareSums.ofPlane(slopes, 2), SquareSums.ofPlane(slopes, 0), SquareSums.ofPlane(slopes, 1));
	}

	/** Those squares that no fold crosses. @param corners as {@link SquareSums#mean} takes them */
	int[] without(final int[] corners, final int side) {
		if (corners.length == 0) return corners;
		final double[] energies = Arrays.stream(corners).mapToDouble(corner -> steep.mean(corner, side)).sorted().toArray();
		final double most = STRONG * energies[energies.length / 2];
		return Arrays.stream(corners).filter(corner -> directed(corner, side) <= most).toArray();
	}

	/** Of the part of a square that has most. */
	private double directed(final int corner, final int side) {
		final int part = (int) Math.max(1, PART * side), step = (side - part) / (STEPS - 1);
		return IntStream.range(0, STEPS * STEPS).map(k -> corner + (k / STEPS * steep.width() + k % STEPS) * step)
			.mapToDouble(at -> Math.hypot(level.mean(at, part), slanted.mean(at, part))).max().orElse(0);
	}
}
