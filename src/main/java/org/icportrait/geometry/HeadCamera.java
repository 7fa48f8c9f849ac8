package org.icportrait.geometry;

/**
 * The camera of one head: a point Q (camera axes, dm, relative to the head origin) is seen at x = x0 + s Qx / (1 - k Qz),
 * y = y0 - s Qy / (1 - k Qz). Points nearer to the camera than a fifth of its distance count as being there, so that nothing divides by
 * 0 and nothing behind the camera is seen. Immutable.
 *
 * @param x0 where the head origin is seen, picture pixels
 * @param y0 where the head origin is seen, picture pixels (y down)
 * @param s picture pixels per dm at the head origin
 * @param k one over the distance from camera to head origin, 1/dm; 0 is orthographic
 */
public record HeadCamera(double x0, double y0, double s, double k) {

	private static final double NEAREST = 0.2;

	public double x(final double qx, final double qz) {
		return x0 + qx * scale(qz);
	}

	public double y(final double qy, final double qz) {
		return y0 - qy * scale(qz);
	}

	/** Picture pixels per dm at depth {@code qz}. */
	public double scale(final double qz) {
		return s / distance(qz);
	}

	/** Qx of the point seen at column {@code x} with depth {@code qz}. */
	public double liftX(final double x, final double qz) {
		return (x - x0) / scale(qz);
	}

	/** Qy of the point seen at row {@code y} with depth {@code qz}. */
	public double liftY(final double y, final double qz) {
		return (y0 - y) / scale(qz);
	}

	/** Distance from the camera to depth {@code qz}, as a share of that to the head origin. */
	private double distance(final double qz) {
		return Math.max(NEAREST, 1 - k * qz);
	}
}
