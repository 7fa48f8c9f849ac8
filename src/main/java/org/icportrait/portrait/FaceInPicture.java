package org.icportrait.portrait;

import org.icportrait.face.Landmarks;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.morphable.HeadModel;

/** Whether a turned face stays within its picture: in a tight crop a head that turns about its middle leaves it. Stateless. */
final class FaceInPicture {

	private FaceInPicture() {}

	/** @param rotation head axes to camera axes @param width of the picture, pixels, likewise height */
	static boolean isWhole(final Rotation rotation, final HeadCamera camera, final int width, final int height) {
		return landmarks(rotation, camera).showFeatures(width, height, 0);
	}

	/** Of the mean head, all sure. */
	private static Landmarks landmarks(final Rotation rotation, final HeadCamera camera) {
		final HeadModel model = HeadModel.standard();
		final float[] p = model.neutral();
		final double[] numbers = new double[3 * Landmarks.COUNT];
		for (int i = 0; i < Landmarks.COUNT; i++) {
			final int v = 3 * model.landmarks()[i];
			final double depth = rotation.z(p[v], p[v + 1], p[v + 2]);
			numbers[3 * i] = camera.x(rotation.x(p[v], p[v + 1], p[v + 2]), depth);
			numbers[3 * i + 1] = camera.y(rotation.y(p[v], p[v + 1], p[v + 2]), depth);
			numbers[3 * i + 2] = 1;
		}
		return Landmarks.of(numbers);
	}
}
