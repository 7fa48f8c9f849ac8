package org.icportrait.face;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;

/**
 * The head's own axes as they are seen in the picture, for overlays: lines from (x, y). All in picture pixels.
 *
 * @param x of the head origin
 * @param y of the head origin
 * @param left end of the axis to the subject's left
 * @param up end of the axis upward
 * @param out end of the axis out of the face
 */
public record PoseAxes(double x, double y, End left, End up, End out) {

	/** A place in the picture, pixels. */
	public record End(double x, double y) {}

	/** @param length of each axis, dm */
	public static PoseAxes of(final HeadReading reading, final double length) {
		final HeadCamera camera = reading.camera();
		return new PoseAxes(camera.x0(), camera.y0(), end(reading, length, 0, 0), end(reading, 0, length, 0), end(reading, 0, 0, length));
	}

	private static End end(final HeadReading reading, final double x, final double y, final double z) {
		final Rotation r = reading.rotation();
		final double depth = r.z(x, y, z);
		return new End(reading.camera().x(r.x(x, y, z), depth), reading.camera().y(r.y(x, y, z), depth));
	}
}
