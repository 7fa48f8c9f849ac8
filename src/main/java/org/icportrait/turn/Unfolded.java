package org.icportrait.turn;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Moves that fold nothing. Where a cheek turns away over hair beside it, moves as they are in space would put two places on one, and the outline
 * between them would come out in steps. There they are smoothed, as little around as it takes. Stateless.
 */
final class Unfolded {

	/** Share of its size that a cell of the grid keeps at least. */
	private static final double LEAST = 0.3;
	/** Each smooths half as far again as the one before it. */
	private static final int ROUNDS = 10;

	private Unfolded() {}

	/**
	 * @param moves of the vertices of a grid, two channels: x and y, in the unit of {@code step}; not changed
	 * @param step side of the grid's cells
	 * @param free cells, named by their upper left vertices, that may fold; null for none
	 * @param radius over which the first smoothing goes, cells
	 * @return the same picture where nothing folds, else a new one
	 */
	static Picture of(final Picture moves, final double step, final int radius, final boolean[] free, final Progress progress) {
		Picture out = moves;
		double wide = radius;
		for (int round = 0; round < ROUNDS; round++, wide *= 1.5) {
			final boolean[] folds = folds(out, step, free, progress);
			if (folds == null) return out;
			out = smoothed(out, folds, (int) Math.ceil(wide), progress);
		}
		return out;
	}

	/** Where cells get too small, or are turned over; null where none is. */
	private static boolean[] folds(final Picture moves, final double step, final boolean[] free, final Progress progress) {
		final int w = moves.width(), h = moves.height(), n = moves.planeSize();
		final float[] m = moves.data();
		final boolean[] out = new boolean[n], any = new boolean[h];
		Workers.rows(h - 1, progress, row -> {
			for (int i = row * w; i < row * w + w - 1; i++) {
				final double right = 1 + (m[i + 1] - m[i]) / step, down = 1 + (m[n + i + w] - m[n + i]) / step;
				final double across = (m[n + i + 1] - m[n + i]) / step, along = (m[i + w] - m[i]) / step;
				out[i] = right * down - across * along < LEAST && (free == null || !free[i]);
				any[row] |= out[i];
			}
		});
		for (final boolean one : any) if (one) return out;
		return null;
	}

	private static Picture smoothed(final Picture moves, final boolean[] folds, final int radius, final Progress progress) {
		final boolean[] near = Dilation.grow(folds, moves.width(), 2 * radius, progress);
		final Picture share = new Picture(moves.width(), moves.height(), 1), smooth = BoxBlur.twice(moves, radius, progress);
		for (int i = 0; i < near.length; i++) share.data()[i] = near[i] ? 1 : 0;
		final float[] a = BoxBlur.twice(share, radius, progress).data();
		for (int i = 0; i < smooth.data().length; i++) smooth.data()[i] = moves.data()[i] + a[i % a.length] * (smooth.data()[i] - moves.data()[i]);
		return smooth;
	}
}
