package org.icportrait.view;

import org.icportrait.image.Smooth;

/**
 * How well a photograph shows each vertex of the grid: by the cosine between the line of sight and the normal, both the network's
 * and that of the mesh, which is small where the mesh bridges a step of depth.
 */
final class SightConfidence {

	/** Cosines between which confidence rises from 0 to 1. */
	private static final float GRAZING = 0.08f, FACING = 0.5f;

	private final PreparedHead head;

	SightConfidence(final PreparedHead head) {
		this.head = head;
	}

	void write(final float[] confidence) {
		for (int j = 0; j < head.rows; j++) {
			for (int i = 0; i < head.columns; i++) {
				final int v = j * head.columns + i;
				confidence[v] = Smooth.step(GRAZING, FACING, Math.min(ofNormal(v), ofMesh(i, j)));
			}
		}
	}

	private float ofNormal(final int v) {
		final int x = (int) head.textureX[v] - head.maps.x(), y = (int) head.textureY[v] - head.maps.y();
		return cosine(v, head.maps.normals().get(x, y, 0), head.maps.normals().get(x, y, 1), head.maps.normals().get(x, y, 2));
	}

	private float ofMesh(final int i, final int j) {
		final int left = j * head.columns + Math.max(i - 1, 0), right = j * head.columns + Math.min(i + 1, head.columns - 1);
		final int up = Math.max(j - 1, 0) * head.columns + i, down = Math.min(j + 1, head.rows - 1) * head.columns + i;
		final float[] p = head.points;
		final float ax = p[3 * right] - p[3 * left], ay = p[3 * right + 1] - p[3 * left + 1], az = p[3 * right + 2] - p[3 * left + 2];
		final float bx = p[3 * up] - p[3 * down], by = p[3 * up + 1] - p[3 * down + 1], bz = p[3 * up + 2] - p[3 * down + 2];
		return cosine(j * head.columns + i, ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
	}

	private float cosine(final int v, final float nx, final float ny, final float nz) {
		final double k = head.camera.k();
		final double vx = -k * head.points[3 * v], vy = -k * head.points[3 * v + 1], vz = 1 - k * head.points[3 * v + 2];
		return (float) ((nx * vx + ny * vy + nz * vz) / (Math.sqrt((nx * nx + ny * ny + nz * nz) * (vx * vx + vy * vy + vz * vz)) + 1e-12));
	}
}
