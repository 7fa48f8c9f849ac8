package org.icportrait.light;

import java.util.stream.IntStream;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Picture;
import org.icportrait.view.HeadMaps;

/**
 * Which places of a head a lamp reaches: from each place a ray is followed over the depth map towards the lamp. Only what the
 * picture shows can cast a shadow. Found on a coarse grid, for shadows of skin are soft.
 */
final class OldShadows {

	private static final int GRID = 144;
	private static final int STEPS = 26;
	/** First and last point of a ray, dm from its start, and what counts as the surface itself. */
	private static final double NEAR = 0.06, FAR = 2.0, BIAS = 0.02;

	private OldShadows() {}

	/** 0 (in shadow) to 1 (lit) over the maps, at a coarser size; sample it by fractions of the maps' size. */
	static Picture reach(final HeadMaps maps, final HeadCamera camera, final Lamp lamp) {
		final double scale = Math.min(1, GRID / (double) Math.max(maps.width(), maps.height()));
		final int w = Math.max(1, (int) (maps.width() * scale)), h = Math.max(1, (int) (maps.height() * scale));
		final Picture out = new Picture(w, h, 1);
		final double penumbra = 0.10 + 0.9 * (1 - lamp.hardness());
		IntStream.range(0, h).parallel().forEach(j -> {
			for (int i = 0; i < w; i++) {
				out.set(i, j, 0, reach(maps, camera, lamp, (i + 0.5) * maps.width() / w, (j + 0.5) * maps.height() / h, penumbra));
			}
		});
		return out;
	}

	private static float reach(final HeadMaps maps, final HeadCamera camera, final Lamp lamp, final double x, final double y, final double penumbra) {
		final double start = depth(maps, x, y);
		double open = 1;
		for (int k = 0; k < STEPS && open > 0; k++) {
			final double t = NEAR * Math.pow(FAR / NEAR, k / (STEPS - 1.0));
			final double z = start + t * lamp.z();
			final double scale = camera.s() / Math.max(0.2, 1 - camera.k() * z);
			final double px = x + scale * t * lamp.x(), py = y - scale * t * lamp.y();
			if (px < 0 || py < 0 || px >= maps.width() || py >= maps.height()) break;
			if (maps.matte().get((int) px, (int) py, 0) < 0.5f) continue;
			final double above = depth(maps, px, py) - z - BIAS;
			if (above > 0) open = Math.min(open, 1 - above / (penumbra * t));
		}
		return (float) Math.max(0, open);
	}

	private static double depth(final HeadMaps maps, final double x, final double y) {
		return maps.depth().get(Math.min(maps.width() - 1, (int) x), Math.min(maps.height() - 1, (int) y), 0);
	}
}
