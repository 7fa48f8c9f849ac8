package org.icportrait.view;

/**
 * The plane of a head's mirror symmetry in camera axes: x . normal = offset. It is fitted to the points whose canonical x is
 * near 0, held near the plane that the pose gives, because pose errors would show as a double nose.
 */
record Symmetry(double nx, double ny, double nz, double offset) {

	/** Canonical half width (dm) of the strip of the midline that is fitted. */
	private static final float STRIP = 0.12f;
	/** Face, not hair: partings and buns stray from the middle. */
	private static final float LOWEST_Z = 0.6f, HIGHEST_Y = 0.75f, LOWEST_Y = -0.8f;
	/** How strongly (number of points) the tilt is held to that of the pose. */
	private static final double HOLD = 200;

	/**
	 * @param points camera axes, dm, [3 i]
	 * @param canonical coordinates, dm, [3 i]
	 * @param solid which points are of the person
	 * @param rotation head axes to camera axes
	 */
	static Symmetry fit(final float[] points, final float[] canonical, final boolean[] solid, final double[] rotation) {
		// Unknown x = a + b y + c z in head axes; normal equations.
		final double[] m = new double[6], v = new double[3];
		m[3] = HOLD * 0.05;
		m[5] = HOLD * 0.05;
		for (int i = 0; i < solid.length; i++) {
			final float cx = canonical[3 * i], cy = canonical[3 * i + 1], cz = canonical[3 * i + 2];
			if (!solid[i] || Math.abs(cx) > STRIP || cz < LOWEST_Z || cy > HIGHEST_Y || cy < LOWEST_Y) continue;
			final double x = head(points, i, rotation, 0) - cx, y = head(points, i, rotation, 1), z = head(points, i, rotation, 2);
			m[0]++;
			m[1] += y;
			m[2] += z;
			m[3] += y * y;
			m[4] += y * z;
			m[5] += z * z;
			v[0] += x;
			v[1] += x * y;
			v[2] += x * z;
		}
		final double[] plane = m[0] < 20 ? new double[3] : solve(m, v);
		final double hx = 1, hy = -plane[1], hz = -plane[2], length = Math.sqrt(1 + hy * hy + hz * hz);
		return new Symmetry((rotation[0] * hx + rotation[1] * hy + rotation[2] * hz) / length,
			(rotation[3] * hx + rotation[4] * hy + rotation[5] * hz) / length, (rotation[6] * hx + rotation[7] * hy + rotation[8] * hz) / length,
			plane[0] / length);
	}

	/** Signed distance of a point to the plane, dm. */
	double distance(final double x, final double y, final double z) {
		return x * nx + y * ny + z * nz - offset;
	}

	private static double head(final float[] p, final int i, final double[] r, final int axis) {
		return r[axis] * p[3 * i] + r[3 + axis] * p[3 * i + 1] + r[6 + axis] * p[3 * i + 2];
	}

	/** Symmetric 3 x 3 system, upper triangle in rows, by Cramer's rule. */
	private static double[] solve(final double[] m, final double[] v) {
		final double a = m[3] * m[5] - m[4] * m[4], b = m[2] * m[4] - m[1] * m[5], c = m[1] * m[4] - m[2] * m[3];
		final double determinant = m[0] * a + m[1] * b + m[2] * c;
		return new double[] { (v[0] * a + v[1] * b + v[2] * c) / determinant,
			(v[0] * b + v[1] * (m[0] * m[5] - m[2] * m[2]) + v[2] * (m[1] * m[2] - m[0] * m[4])) / determinant,
			(v[0] * c + v[1] * (m[1] * m[2] - m[0] * m[4]) + v[2] * (m[0] * m[3] - m[1] * m[1])) / determinant };
	}
}
