package org.icportrait.outline;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How far out a person reaches on each ray, strands that stand out left out. Immutable; arrays are live, treat them as read-only.
 *
 * @param far dm, smooth from ray to ray
 * @param cut on which rays the picture ends first
 */
record RayEnds(float[] far, boolean[] cut) {

	/** In which steps it is looked for, dm. */
	static final double STEP = 0.02;
	/** How far it is looked for, and about how much a mean is taken, in which strands count nothing, dm. */
	private static final double FARTHEST = 2.6, ABOUT = 0.04;
	private static final int CELLS = (int) Math.round(2 * FARTHEST / STEP);
	private static final float HALF = 0.5f;
	/** Of so many rays to both sides it is the middle one, and of those the mean. */
	private static final int MIDDLE = 7, MEAN = 6;

	/** How much of a picture's pixel is the person's; asked by several threads. */
	@FunctionalInterface
	interface Coverage {

		/** 0..1. @param x column within the picture */
		float at(int x, int y);
	}

	/** @param width of the picture */
	static RayEnds of(final HeadRays rays, final int width, final int height, final Coverage person, final Progress progress) {
		final Picture cells = BoxBlur.twice(cells(rays, width, height, person, progress), (int) Math.round(ABOUT / STEP), progress);
		final float[] far = new float[HeadRays.COUNT];
		final boolean[] cut = new boolean[HeadRays.COUNT];
		for (int ray = 0; ray < far.length; ray++) {
			final double across = rays.across(ray), down = rays.down(ray);
			for (double out = 0; out < FARTHEST; out += STEP) {
				if (cells.sample((FARTHEST + out * across) / STEP, (FARTHEST + out * down) / STEP, 0) >= HALF) far[ray] = (float) out;
			}
			final double end = far[ray] + 3 * ABOUT, x = rays.x(ray, end), y = rays.y(ray, end);
			cut[ray] = x < 0 || y < 0 || x >= width || y >= height;
		}
		return new RayEnds(HeadRays.mean(HeadRays.ranked(far, MIDDLE, HALF), MEAN), cut);
	}

	/** The mean of four pixels of each cell about the middle of the skull; nobody is beyond the picture. */
	private static Picture cells(final HeadRays rays, final int width, final int height, final Coverage person, final Progress progress) {
		final Picture out = new Picture(CELLS, CELLS, 1);
		Workers.rows(CELLS, progress, row -> {
			for (int column = 0; column < CELLS; column++) {
				float sum = 0;
				for (int k = 0; k < 4; k++) {
					final int x = (int) Math.floor(rays.x() + ((column + 0.25 + (k & 1) * 0.5) * STEP - FARTHEST) * rays.dm());
					final int y = (int) Math.floor(rays.y() + ((row + 0.25 + (k >> 1) * 0.5) * STEP - FARTHEST) * rays.dm());
					if (x >= 0 && y >= 0 && x < width && y < height) sum += person.at(x, y);
				}
				out.set(column, row, 0, sum / 4);
			}
		});
		return out;
	}
}
