package org.icportrait.head;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.morphable.FittedHead;
import org.icportrait.work.Progress;

/** For each vertex of a mesh's grid the place of the photograph that lends its colour to the rear of the head behind it. */
final class RearPlaces {

	/** Vertices of the fitted head lie so many cells apart, at most. */
	private static final int NEAR = 3;

	private RearPlaces() {}

	/**
	 * @return two channels over the grid, photograph pixels; NaN where no scalp of the fitted head lies behind or near by
	 */
	static Picture of(final FittedHead fitted, final Closure closure, final HeadCamera camera, final MeshGrid grid, final Progress progress) {
		final float[] x = grid.x(), y = grid.y();
		final Picture places = new Picture(x.length, y.length, 2);
		final float[] known = new float[places.planeSize()], rearmost = new float[known.length], p = fitted.points(), normals = fitted.normals();
		final double stepX = (x[x.length - 1] - x[0]) / Math.max(1, x.length - 1), stepY = (y[y.length - 1] - y[0]) / Math.max(1, y.length - 1);
		for (int v = 0; v < p.length / 3; v++) {
			if (normals[3 * v + 2] >= 0 || !fitted.model().isScalp(v)) continue;
			final int i = (int) Math.round((camera.x(p[3 * v], p[3 * v + 2]) - x[0]) / stepX), j = (int) Math.round((camera.y(p[3 * v + 1], p[3 * v + 2]) - y[0]) / stepY);
			if (i < 0 || j < 0 || i >= x.length || j >= y.length) continue;
			final int at = j * x.length + i;
			if (known[at] > 0 && rearmost[at] <= p[3 * v + 2]) continue;
			known[at] = 1;
			rearmost[at] = p[3 * v + 2];
			places.data()[at] = closure.placeX()[v];
			places.data()[places.planeSize() + at] = closure.placeY()[v];
		}
		final Picture out = PushPull.fill(places, known, progress);
		final boolean[] behind = new boolean[known.length];
		for (int i = 0; i < behind.length; i++) behind[i] = known[i] > 0;
		final boolean[] near = Dilation.grow(behind, x.length, NEAR, progress);
		for (int i = 0; i < near.length; i++) if (!near[i]) out.data()[i] = Float.NaN;
		return out;
	}
}
