package org.icportrait.maps;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Takes the grain out of a depth map and keeps its steps (a bilateral mean over 5 x 5 pixels). */
final class DepthSmoother {

	private static final int RADIUS = 2;
	/** Depths (dm) that differ by much more than this do not mix. */
	private static final float STEP = 0.06f;

	private DepthSmoother() {}

	/** @param seen weights, 0 for pixels that must not count */
	static Picture smooth(final Picture depth, final float[] seen, final Progress progress) {
		final int w = depth.width();
		final Picture out = depth.copy();
		Workers.rows(depth.height(), progress, y -> {
			for (int x = 0; x < w; x++) if (seen[y * w + x] > 0) out.set(x, y, 0, mean(depth, seen, x, y));
		});
		return out;
	}

	private static float mean(final Picture depth, final float[] seen, final int x, final int y) {
		final int w = depth.width(), h = depth.height();
		final float centre = depth.get(x, y, 0);
		float sum = 0, weights = 0;
		for (int j = Math.max(0, y - RADIUS); j <= Math.min(h - 1, y + RADIUS); j++) {
			for (int i = Math.max(0, x - RADIUS); i <= Math.min(w - 1, x + RADIUS); i++) {
				final float d = (depth.get(i, j, 0) - centre) / STEP;
				final float weight = seen[j * w + i] / (1 + d * d) / (1 + 0.3f * ((i - x) * (i - x) + (j - y) * (j - y)));
				sum += weight * depth.get(i, j, 0);
				weights += weight;
			}
		}
		return sum / weights;
	}
}
