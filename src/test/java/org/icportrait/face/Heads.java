package org.icportrait.face;

import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.models.TensorSpec;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.stream.Collectors;

/** Made-up heads for tests. */
final class Heads {

	private static final int MAP = 128;
	private static final int MATTE = 256;

	private Heads() {}

	/** A sphere of 0.8 dm around the head origin in the middle of an upright crop of 360 px, s = 100 px/dm, orthographic. */
	static HeadReading sphere() {
		final Picture matte = new Picture(MATTE, MATTE, 1);
		final Picture depth = new Picture(MAP, MAP, 1);
		final Picture coordinates = new Picture(MAP, MAP, 3);
		fill(matte, 1, (x, y, z) -> z >= 0 ? new double[] { 1 } : new double[1]);
		fill(depth, 1, (x, y, z) -> new double[] { Math.max(z, 0) });
		fill(coordinates, 3, (x, y, z) -> new double[] { x, y, z });
		return new HeadReading(new FaceBox(300, 250, 200, 0, 1).cropToPicture(), matte, coordinates, depth, new Picture(MAP, MAP, 1),
			coordinates, coordinates, Pose.FRONTAL.toRotation(), new HeadCamera(300, 250, 100, 0), Harmonics.NONE,
			Landmarks.of(new double[3 * Landmarks.COUNT]), 1);
	}

	/** A head of which only the landmarks are known: so many left of the picture, the others at (100, 100). */
	static HeadReading withLandmarksOutside(final int outside) {
		final double[] landmarks = new double[3 * Landmarks.COUNT];
		for (int i = 0; i < Landmarks.COUNT; i++) {
			landmarks[3 * i] = i < outside ? -5 : 100;
			landmarks[3 * i + 1] = 100;
		}
		return new HeadReading(null, null, null, null, null, null, null, Pose.FRONTAL.toRotation(), new HeadCamera(100, 100, 50, 0), null,
			Landmarks.of(landmarks), 1);
	}

	/** A head of which only pose, camera and confidence are known. */
	static HeadReading posed(final Pose pose, final HeadCamera camera, final double confidence) {
		return new HeadReading(null, null, null, null, null, null, null, pose.toRotation(), camera, null, null, confidence);
	}

	/** Half the distance of the eyes, half their width, their height and how far they lie before the origin, dm, of {@link #withEyes}. */
	static final double EYE_ASIDE = 0.325, EYE_HALF = 0.14, EYE_UP = 0.3, EYE_FRONT = 0.75;

	/** A head of which pose, camera and the corners of the eyes are known; every point is seen this surely. */
	static HeadReading withEyes(final Pose pose, final HeadCamera camera, final double seen) {
		final double[] landmarks = new double[3 * Landmarks.COUNT];
		for (int i = 0; i < Landmarks.COUNT; i++) landmarks[3 * i + 2] = seen;
		for (int eye = 0; eye < 2; eye++) for (int corner = 0; corner < 2; corner++) {
			final double x = (eye == 0 ? -EYE_ASIDE : EYE_ASIDE) + (corner == 0 ? -EYE_HALF : EYE_HALF);
			final double[] place = seenAt(pose, camera, x, EYE_UP, EYE_FRONT);
			System.arraycopy(place, 0, landmarks, 3 * (36 + 6 * eye + 3 * corner), 2);
		}
		return new HeadReading(null, null, null, null, null, null, null, pose.toRotation(), camera, null, Landmarks.of(landmarks), 1);
	}

	/** Where a point of the head, dm, lies in the picture. */
	static double[] seenAt(final Pose pose, final HeadCamera camera, final double x, final double y, final double z) {
		final Rotation turn = pose.toRotation();
		final double depth = turn.z(x, y, z);
		return new double[] { camera.x(turn.x(x, y, z), depth), camera.y(turn.y(x, y, z), depth) };
	}

	/** Outputs of the surface network, zeros but for what the test puts there. */
	static Map<String, Tensor> networkOutputs() {
		return FaceNetworks.SURFACE.outputs().stream().collect(Collectors.toMap(TensorSpec::name, output -> Tensor.floats(output.fixedShape())));
	}

	static void put(final Map<String, Tensor> tensors, final String name, final double... values) {
		final FloatBuffer buffer = tensors.get(name).buffer();
		for (final double value : values) buffer.put((float) value);
	}

	private interface Shape {

		double[] at(double x, double y, double z);
	}

	private static void fill(final Picture map, final int channels, final Shape shape) {
		final int n = map.width();
		for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) {
			final double x = ((i + 0.5) / n - 0.5) * 3.6;
			final double y = (0.5 - (j + 0.5) / n) * 3.6;
			final double square = 0.64 - x * x - y * y;
			final double[] values = shape.at(x, y, square > 0 ? Math.sqrt(square) : -1);
			for (int c = 0; c < channels; c++) map.set(i, j, c, (float) values[c]);
		}
	}
}
