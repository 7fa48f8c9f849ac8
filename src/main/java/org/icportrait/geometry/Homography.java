package org.icportrait.geometry;

/** A projective map of the plane (homography; Heckbert 1989, "Fundamentals of texture mapping"): straight lines stay straight. Immutable. */
public final class Homography {

	/** Row-major, up to a factor. */
	private final double[] m;

	private Homography(final double... nine) {
		m = nine;
	}

	/**
	 * From the unit square to a quadrangle.
	 *
	 * @param corners x and y of where (0, 0), (1, 0), (1, 1) and (0, 1) go: eight numbers; no three of them on one line
	 */
	public static Homography ofSquare(final double... corners) {
		final double x0 = corners[0], y0 = corners[1], x1 = corners[2], y1 = corners[3], x3 = corners[6], y3 = corners[7];
		final double ax = x1 - corners[4], ay = y1 - corners[5], bx = x3 - corners[4], by = y3 - corners[5], sx = x0 - x1 - bx, sy = y0 - y1 - by;
		final double size = ax * by - bx * ay, g = (sx * by - bx * sy) / size, h = (ax * sy - sx * ay) / size;
		return new Homography(x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1);
	}

	/** The way back. */
	public Homography inverse() {
		return new Homography(m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4], m[5] * m[6] - m[3] * m[8],
			m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5], m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]);
	}

	public double x(final double x, final double y) {
		return (m[0] * x + m[1] * y + m[2]) / (m[6] * x + m[7] * y + m[8]);
	}

	public double y(final double x, final double y) {
		return (m[3] * x + m[4] * y + m[5]) / (m[6] * x + m[7] * y + m[8]);
	}
}
