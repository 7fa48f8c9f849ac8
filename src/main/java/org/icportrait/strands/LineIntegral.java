package org.icportrait.strands;

import java.nio.FloatBuffer;

import org.icportrait.generate.Philox;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Line integral convolution (Cabral and Leedom 1993): noise that runs along a field of directions. Stateless. */
public final class LineIntegral {

	/** Length of a line where neighbours quite agree, share of the side: locks, the coarsest octave, would be scales if they were less than some ten times as long as wide. */
	private static final double LENGTH = 0.2;
	/** Apart from variants and grain. */
	private static final long STREAM = Long.MIN_VALUE;

	private LineIntegral() {}

	/** White noise, averaged along the hair where it may be generated, of about deviation 1. */
	public static Picture of(final Picture directions, final Picture where, final int finer, final long seed, final Progress progress) {
		final int side = finer * directions.width();
		final Picture white = new Picture(side, side, 1), out = new Picture(side, side, 1);
		final float[] across = new float[directions.planeSize()], down = new float[across.length];
		final int[] steps = new int[across.length];
		for (int i = 0; i < across.length; i++) {
			final double x = directions.data()[i], y = directions.data()[across.length + i], length = Math.hypot(x, y), angle = Math.atan2(y, x) / 2;
			across[i] = (float) Math.cos(angle);
			down[i] = (float) Math.sin(angle);
			steps[i] = (int) Math.round(Math.min(1, length) * LENGTH * side / 2);
		}
		Workers.rows(side, progress, row -> new Philox(seed, STREAM + row).normals(FloatBuffer.wrap(white.data(), row * side, side)));
		final Path path = new Path(across, down, white.data(), side, finer);
		Workers.rows(side, progress, row -> {
			for (int column = 0; column < side; column++) {
				final int i = row / finer * directions.width() + column / finer;
				if (where.data()[i] <= 0) continue;
				final float sum = path.sum(column, row, steps[i], 1) + path.sum(column, row, steps[i], -1) + white.get(column, row, 0);
				out.set(column, row, 0, sum / (float) Math.sqrt(2 * steps[i] + 1));
			}
		});
		return out;
	}

	/** @param across and down: unit vectors along the hair, one for each {@code finer} x {@code finer} values of the noise */
	private record Path(float[] across, float[] down, float[] white, int side, int finer) {

		/** The sum of the noise on the way from a pixel, a pixel a step, one way ({@code sign}) along the hair. */
		float sum(final int column, final int row, final int steps, final int sign) {
			final float toCell = 1f / finer;
			float x = column + 0.5f, y = row + 0.5f, beforeX = 0, beforeY = 0, sum = 0;
			for (int step = 0; step < steps; step++) {
				final int cell = (int) (y * toCell) * (side / finer) + (int) (x * toCell);
				float dx = across[cell], dy = down[cell];
				// Hair has no sign: the way goes on as it came.
				if (step == 0 ? sign < 0 : dx * beforeX + dy * beforeY < 0) {
					dx = -dx;
					dy = -dy;
				}
				x += dx;
				y += dy;
				if (x < 0 || y < 0 || x >= side || y >= side) break;
				sum += white[(int) y * side + (int) x];
				beforeX = dx;
				beforeY = dy;
			}
			return sum;
		}
	}

	/**
	 * Noise along hair whose strands lie together in locks, of deviation 1.
	 *
	 * @param strands as {@link #of} gives it; changed in place and given back
	 * @param radius within which strands lie together, pixels of the noise
	 * @param share by how much they do beside the noise of single ones
	 */
	public static Picture inLocks(final Picture strands, final int radius, final float share, final Progress progress) {
		final Picture locks = BoxBlur.twice(strands, radius, progress);
		final float one = deviation(strands, strands), other = deviation(locks, strands), all = (float) Math.hypot(1, share);
		for (int i = 0; i < strands.data().length; i++) {
			if (strands.data()[i] != 0) strands.data()[i] = (strands.data()[i] / one + share * locks.data()[i] / other) / all;
		}
		return strands;
	}

	/** Root mean square of what lies where the other is not 0; 1 where that is nowhere. */
	private static float deviation(final Picture values, final Picture where) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < values.data().length; i++) if (where.data()[i] != 0) {
			sum += values.data()[i] * values.data()[i];
			count++;
		}
		return sum == 0 ? 1 : (float) Math.sqrt(sum / count);
	}
}
