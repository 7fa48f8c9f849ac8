package org.icportrait.portrait;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.morphable.HeadModel;

/** Whether a turned face stays within its picture: in a tight crop a head that turns about its middle leaves it. Stateless. */
final class FaceInPicture {

	/** Landmarks of jaw and brows, which come first; nose, eyes and mouth follow, of which so many may lie outside. */
	private static final int FRAME = 27, MOST_OUTSIDE = 2;

	private FaceInPicture() {}

	/** @param rotation head axes to camera axes @param width of the picture, pixels, likewise height */
	static boolean isWhole(final Rotation rotation, final HeadCamera camera, final int width, final int height) {
		final HeadModel model = HeadModel.standard();
		final float[] p = model.neutral();
		int outside = 0;
		for (int i = FRAME; i < model.landmarks().length; i++) {
			final int v = 3 * model.landmarks()[i];
			final double depth = rotation.z(p[v], p[v + 1], p[v + 2]);
			final double x = camera.x(rotation.x(p[v], p[v + 1], p[v + 2]), depth), y = camera.y(rotation.y(p[v], p[v + 1], p[v + 2]), depth);
			if (x < 0 || y < 0 || x > width || y > height) outside++;
		}
		return outside <= MOST_OUTSIDE;
	}
}
