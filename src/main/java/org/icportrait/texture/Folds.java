package org.icportrait.texture;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.icportrait.image.Picture;

/**
 * Which squares of skin a fold crosses: slopes of one direction are strong in a part of it, as pores' and blotches' are not (structure tensor; Bigün and Granlund
 * 1987). A fold from nose to mouth, laid side by side, is a cheek full of creases. Immutable.
 */
record Folds(SquareSums across, SquareSums down, SquareSums diagonal) {

	/** A part is so much of a square's side, and as many begin along it. */
	private static final double PART = 0.5;
	private static final int STEPS = 3;
	/** Energy of one direction in a part, in the middle square's of all directions: 2.1 to 3.3 in squares of a rendered smile, below 1.6 beside it. */
	private static final double STRONG = 2;

	/** @param broad detail in brightness without what is fine; other channels are not read */
	static Folds of(final Picture broad) {
		final int w = broad.width(), h = broad.height();
		final Picture across = new Picture(w, h, 1), down = new Picture(w, h, 1), diagonal = new Picture(w, h, 1);
		for (int y = 1; y < h - 1; y++) {
			for (int x = 1; x < w - 1; x++) {
				final float slope = (broad.get(x + 1, y, 0) - broad.get(x - 1, y, 0)) / 2, steep = (broad.get(x, y + 1, 0) - broad.get(x, y - 1, 0)) / 2;
				across.set(x, y, 0, slope);
				down.set(x, y, 0, steep);
				diagonal.set(x, y, 0, slope + steep);
			}
		}
		return new Folds(SquareSums.of(across), SquareSums.of(down), SquareSums.of(diagonal));
	}

	/** Those squares that no fold crosses. @param corners as {@link SquareSums#mean} takes them */
	int[] without(final int[] corners, final int side) {
		if (corners.length == 0) return corners;
		final double[] energies = Arrays.stream(corners).mapToDouble(corner -> across.mean(corner, side) + down.mean(corner, side)).sorted().toArray();
		final double most = STRONG * energies[energies.length / 2];
		return Arrays.stream(corners).filter(corner -> directed(corner, side) <= most).toArray();
	}

	/** Of the part of a square that has most. */
	private double directed(final int corner, final int side) {
		final int part = (int) Math.max(1, PART * side), step = (side - part) / (STEPS - 1);
		return IntStream.range(0, STEPS * STEPS).mapToDouble(k -> directedPart(corner + (k / STEPS * across.width() + k % STEPS) * step, part)).max().orElse(0);
	}

	/** Difference of the structure tensor's eigenvalues. */
	private double directedPart(final int corner, final int part) {
		final double xx = across.mean(corner, part), yy = down.mean(corner, part), twiceXy = diagonal.mean(corner, part) - xx - yy;
		return Math.hypot(xx - yy, twiceXy);
	}
}
