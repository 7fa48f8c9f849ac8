package org.icportrait.light;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** What the maps of a head show, as triangles between neighbouring cells that have nothing between them. */
final class FrontSurface {

	/** The most vertices along a side, the matte of a vertex, and how far apart (dm) the depths of one triangle may lie. */
	private static final int MOST = 160;
	private static final float INSIDE = 0.5f, APART = 0.5f;

	private final int columns;
	private final float[] points;
	private final boolean[] inside;
	private final int[] triangles;
	private int count;

	private FrontSurface(final HeadMaps maps, final Picture depths, final HeadCamera camera, final Progress progress) {
		final int step = (Math.max(maps.width(), maps.height()) + MOST - 1) / MOST, rows = maps.height() / step;
		columns = maps.width() / step;
		inside = new boolean[columns * rows];
		points = new float[3 * inside.length];
		triangles = new int[6 * inside.length];
		final Similarity toPicture = maps.pictureToMaps().inverse();
		Workers.rows(rows, progress, row -> {
			for (int column = 0; column < columns; column++) {
				final int v = row * columns + column;
				final double x = (column + 0.5) * step, y = (row + 0.5) * step, depth = depths.sample(x, y, 0);
				inside[v] = maps.matte().sample(x, y, 0) > INSIDE;
				points[3 * v] = (float) camera.liftX(toPicture.x(x, y), depth);
				points[3 * v + 1] = (float) camera.liftY(toPicture.y(x, y), depth);
				points[3 * v + 2] = (float) depth;
			}
		});
	}

	/** @param depths over the grid of the maps */
	static Occluder of(final HeadMaps maps, final Picture depths, final HeadCamera camera, final Progress progress) {
		final FrontSurface front = new FrontSurface(maps, depths, camera, progress);
		for (int v = 0; v + front.columns + 1 < front.inside.length; v++) {
			if (v % front.columns == front.columns - 1) continue;
			front.add(v, v + 1, v + front.columns);
			front.add(v + 1, v + front.columns + 1, v + front.columns);
		}
		return new Occluder(front.points, Arrays.copyOf(front.triangles, front.count));
	}

	private void add(final int a, final int b, final int c) {
		if (!inside[a] || !inside[b] || !inside[c]) return;
		final float p = points[3 * a + 2], q = points[3 * b + 2], r = points[3 * c + 2];
		if (Math.max(p, Math.max(q, r)) - Math.min(p, Math.min(q, r)) > APART) return;
		triangles[count++] = a;
		triangles[count++] = b;
		triangles[count++] = c;
	}
}
