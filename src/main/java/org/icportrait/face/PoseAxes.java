package org.icportrait.face;

/**
 * The head's own axes as they are seen in the picture, for overlays: from (x, y) to the end of each axis. All in picture pixels.
 *
 * @param x of the head origin
 * @param y of the head origin
 * @param ends 3 x (x, y): the ends of the axes to the subject's left, up, and out of the face
 */
public record PoseAxes(double x, double y, double[] ends) {

	/** @param length of each axis, dm */
	public static PoseAxes of(final HeadSurface surface, final double length) {
		final HeadCamera camera = surface.camera();
		final double[] r = surface.rotation();
		final double[] ends = new double[6];
		for (int axis = 0; axis < 3; axis++) {
			// An axis that points past the camera would be seen nowhere.
			final double z = Math.min(length * r[6 + axis], camera.k() > 0 ? 0.9 / camera.k() : Double.MAX_VALUE);
			ends[2 * axis] = camera.x(length * r[axis], z);
			ends[2 * axis + 1] = camera.y(length * r[3 + axis], z);
		}
		return new PoseAxes(camera.x0(), camera.y0(), ends);
	}
}
