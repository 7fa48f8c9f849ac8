package org.icportrait.texture;

import org.icportrait.generate.Frame;
import org.icportrait.generate.Philox;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * What seen skin or hair shows beside its colour (pores, freckles, blotches, stubble, coils, the photograph's grain) goes on in what is drawn or generated: by
 * squares of what is seen, side by side in an order that the seed alone decides, blended so that the energy stays (weights whose squares have the sum 1; Heitz and Neyret
 * 2018). Immutable; one for each portrait.
 */
public final class SeenTexture {

	/** How much of a square two neighbours share. */
	private static final double SHARED = 0.3;
	/** Of the seed's noise: far from the grain's, the variants' and the strands'. */
	private static final long STREAM = Long.MIN_VALUE / 4;
	private static final int AXES = ColourAxes.COUNT, CANDIDATES = 3;

	private final SeenPatches patches;
	private final Area area;
	private final Frame frame;
	/** From one square to the next, pixels; and squares from left to right, the first of which begins one step outside. */
	private final int step, columns;
	/** The corner that each square comes from, and whether it is turned left to right. */
	private final int[] from;
	private final boolean[] mirrored;
	/** Weights along a square. */
	private final float[] weights;

	/** @param area of the picture that the frame covers @param seed of which square lies where */
	public SeenTexture(final SeenPatches patches, final Area area, final Frame frame, final long seed) {
		this.patches = patches;
		this.area = area;
		this.frame = frame;
		final int side = patches.side(), shared = Math.max(1, (int) Math.round(SHARED * side));
		step = side - shared;
		columns = area.width() / step + 2;
		from = new int[columns * (area.height() / step + 2)];
		mirrored = new boolean[from.length];
		weights = new float[side];
		for (int i = 0; i < side; i++) weights[i] = (float) Math.sin(Math.PI / 2 * Math.min(1, Math.min(i + 0.5, side - i - 0.5) / shared));
		choose(new Philox(seed, STREAM));
	}

	/** Of a few by chance the one that was taken least, so that none is seen again and again. */
	private void choose(final Philox noise) {
		final int[] taken = new int[patches.corners().length], chance = new int[CANDIDATES + 1];
		for (int square = 0; square < from.length; square++) {
			noise.integers(square, chance);
			int best = Math.floorMod(chance[0], taken.length);
			for (int k = 1; k < CANDIDATES; k++) if (taken[Math.floorMod(chance[k], taken.length)] < taken[best]) best = Math.floorMod(chance[k], taken.length);
			taken[best]++;
			from[square] = patches.corners()[best];
			mirrored[square] = chance[CANDIDATES] < 0;
		}
	}

	/**
	 * Noise for what was generated: this texture where its share says so, what is given elsewhere; axes of colour over the area.
	 *
	 * @param noise of all that was generated, axes of colour; null for none; not changed
	 * @param made how bright what was generated is, the first axis of colour; more are not read
	 * @param share how much of each pixel of the frame has this texture, 0..1
	 */
	public Picture over(final Picture noise, final Picture made, final Picture share, final Progress progress) {
		final Picture out = noise == null ? new Picture(made.width(), made.height(), AXES) : noise.copy();
		final int w = made.width(), n = made.planeSize();
		Workers.rows(made.height(), progress, row -> {
			final float[] skin = shares(share, row);
			int first = 0, end = w;
			while (first < w && skin[first] <= 0) first++;
			while (end > first && skin[end - 1] <= 0) end--;
			final float[] texture = row(row, first, end);
			for (int i = first; i < AXES * w; i++) {
				final int x = i % w, at = i / w * n + row * w + x;
				out.data()[at] += skin[x] * (made.data()[row * w + x] * texture[i] - out.data()[at]);
			}
		});
		return out;
	}

	/** How much of each pixel of a row of the area has it. */
	private float[] shares(final Picture share, final int row) {
		final Similarity toFrame = frame.fromPicture();
		final float[] out = new float[area.width()];
		for (int x = 0; x < out.length; x++) {
			final double u = area.x() + x + 0.5, v = area.y() + row + 0.5;
			out[x] = share.sample(toFrame.x(u, v), toFrame.y(u, v), 0);
		}
		return out;
	}

	/** A row of the area, axis after axis, from one pixel to before another. */
	private float[] row(final int row, final int first, final int end) {
		final float[] out = new float[AXES * area.width()];
		for (int up = 0; up < 2; up++) {
			final int v = row % step + up * step, line = row / step + 1 - up;
			if (v >= patches.side()) continue;
			for (int column = Math.max(0, (first - patches.side()) / step); column < columns && (column - 1) * step < end; column++) lay(line * columns + column, (column - 1) * step, v, first, end, out);
		}
		return out;
	}

	/** Row {@code v} of a square whose left border lies at {@code left}. */
	private void lay(final int square, final int left, final int v, final int first, final int end, final float[] out) {
		final int side = patches.side(), w = area.width(), n = patches.detail().planeSize(), start = from[square] + v * patches.detail().width();
		final float[] detail = patches.detail().data();
		for (int x = Math.max(first, left); x < Math.min(end, left + side); x++) {
			final int u = mirrored[square] ? side - 1 - x + left : x - left;
			final float weight = weights[v] * weights[u];
			for (int axis = 0; axis < AXES; axis++) out[axis * w + x] += weight * detail[axis * n + start + u];
		}
	}
}
