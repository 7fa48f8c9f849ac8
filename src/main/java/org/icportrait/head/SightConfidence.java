package org.icportrait.head;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;

/**
 * How well a photograph shows each vertex of the grid: by the cosine between the line of sight and the normal, both the network's
 * and that of the mesh, which is small where the mesh bridges a step of depth.
 */
final class SightConfidence {

	/** Cosines between which confidence rises from 0 to 1. */
	private static final float GRAZING = 0.08f, FACING = 0.5f;

	private final HeadMaps maps;
	private final HeadCamera camera;
	private final int columns;
	private final int rows;
	private final float[] x;
	private final float[] y;
	private final float[] points;

	/** @param x photograph pixels @param y photograph pixels @param points camera axes, dm, [3 i] */
	SightConfidence(final HeadMaps maps, final HeadCamera camera, final int columns, final int rows, final float[] x, final float[] y,
		final float[] points)
	{
		this.maps = maps;
		this.camera = camera;
		this.columns = columns;
		this.rows = rows;
		this.x = x;
		this.y = y;
		this.points = points;
	}

	void write(final float[] confidence) {
		for (int j = 0; j < rows; j++) {
			for (int i = 0; i < columns; i++) {
				final int v = j * columns + i;
				confidence[v] = Smooth.step(GRAZING, FACING, Math.min(ofNormal(v), ofMesh(i, j)));
			}
		}
	}

	private float ofNormal(final int v) {
		final double column = maps.column(x[v], y[v]), row = maps.row(x[v], y[v]);
		return cosine(v, maps.normals().sample(column, row, 0), maps.normals().sample(column, row, 1), maps.normals().sample(column, row, 2));
	}

	private float ofMesh(final int i, final int j) {
		final int left = j * columns + Math.max(i - 1, 0), right = j * columns + Math.min(i + 1, columns - 1);
		final int up = Math.max(j - 1, 0) * columns + i, down = Math.min(j + 1, rows - 1) * columns + i;
		final float[] p = points;
		final float ax = p[3 * right] - p[3 * left], ay = p[3 * right + 1] - p[3 * left + 1], az = p[3 * right + 2] - p[3 * left + 2];
		final float bx = p[3 * up] - p[3 * down], by = p[3 * up + 1] - p[3 * down + 1], bz = p[3 * up + 2] - p[3 * down + 2];
		return cosine(j * columns + i, ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
	}

	private float cosine(final int v, final float nx, final float ny, final float nz) {
		final double k = camera.k();
		final double vx = -k * points[3 * v], vy = -k * points[3 * v + 1], vz = 1 - k * points[3 * v + 2];
		return (float) ((nx * vx + ny * vy + nz * vz) / (Math.sqrt((nx * nx + ny * ny + nz * nz) * (vx * vx + vy * vy + vz * vz)) + 1e-12));
	}
}
