package org.icportrait.face;

/**
 * The camera of one head: a point Q (camera axes, dm, relative to the head origin) is seen at x = x0 + s Qx / (1 - k Qz),
 * y = y0 - s Qy / (1 - k Qz). Immutable.
 *
 * @param x0 where the head origin is seen, picture pixels
 * @param y0 where the head origin is seen, picture pixels (y down)
 * @param s picture pixels per dm at the head origin
 * @param k one over the distance from camera to head origin, 1/dm; 0 is orthographic
 */
public record HeadCamera(double x0, double y0, double s, double k) {

	public double x(final double qx, final double qz) {
		return x0 + s * qx / (1 - k * qz);
	}

	public double y(final double qy, final double qz) {
		return y0 - s * qy / (1 - k * qz);
	}

	/** Qx of the point seen at column {@code x} with depth {@code qz}. */
	public double liftX(final double x, final double qz) {
		return (x - x0) * (1 - k * qz) / s;
	}

	/** Qy of the point seen at row {@code y} with depth {@code qz}. */
	public double liftY(final double y, final double qz) {
		return (y0 - y) * (1 - k * qz) / s;
	}
}
