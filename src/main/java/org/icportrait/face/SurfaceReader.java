package org.icportrait.face;

import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;

import java.util.Map;

/** Turns the outputs of the surface network for one crop into a {@link HeadReading} in the axes of the picture. */
final class SurfaceReader {

	private final FaceBox box;
	private final double gain;
	private final DepthRelief relief;
	private final Map<String, Tensor> tensors;

	private SurfaceReader(final FaceBox box, final double gain, final DepthRelief relief, final Map<String, Tensor> tensors) {
		this.box = box;
		this.gain = gain;
		this.relief = relief;
		this.tensors = tensors;
	}

	/** @param box whose crop the network saw @param gain how much brighter it saw it @param relief of its depths @param tensors outputs of the run; copied from */
	static HeadReading read(final FaceBox box, final double gain, final DepthRelief relief, final Map<String, Tensor> tensors) {
		return new SurfaceReader(box, gain, relief, tensors).surface();
	}

	private HeadReading surface() {
		final Similarity cropToPicture = box.cropToPicture();
		final CropTurn turn = new CropTurn(box.roll());
		final Picture normals = map("normal", 3), coordinates = map("coordinates", 3), depth = map("depth", 1), back = map("back_depth", 1);
		turn.vectors(normals);
		final Picture matte = new Picture(FaceNetworks.CROP_SIDE, FaceNetworks.CROP_SIDE, 1, tensors.get("matte").copy());
		relief.restore(depth, back, coordinates, matte);
		final HeadCamera camera = camera(cropToPicture);
		final Rotation rotation = SolvedPose.beside(turn.rotation(Rotation.of(numbers("rotation"))), cropToPicture, camera, coordinates, depth, matte);
		return new HeadReading(cropToPicture, matte, coordinates, depth, back, normals, map("albedo", 3), rotation, camera,
			turn.light(Harmonics.of(numbers("light"))).scaled(1 / gain), LandmarkOffsets.marked(landmarks(cropToPicture), rotation, camera),
			tensors.get("confidence").get(0), interval(), eyelids(), null, null, null, null);
	}

	private PoseInterval interval() {
		if (!tensors.containsKey("pose_interval")) return null;
		final double[] degrees = numbers("pose_interval");
		return new PoseInterval(degrees[0], degrees[1], degrees[2]);
	}

	private Eyelids eyelids() {
		if (!tensors.containsKey("eyelids")) return null;
		final double[] open = numbers("eyelids");
		return new Eyelids(open[0], open[1]);
	}

	private Picture map(final String tensor, final int channels) {
		return new Picture(FaceNetworks.MAP_SIDE, FaceNetworks.MAP_SIDE, channels, tensors.get(tensor).copy());
	}

	private double[] numbers(final String tensor) {
		final float[] copied = tensors.get(tensor).copy();
		final double[] numbers = new double[copied.length];
		for (int i = 0; i < numbers.length; i++) numbers[i] = copied[i];
		return numbers;
	}

	private HeadCamera camera(final Similarity cropToPicture) {
		final double[] c = numbers("camera");
		return new HeadCamera(cropToPicture.x(c[0], c[1]), cropToPicture.y(c[0], c[1]), c[2] * cropToPicture.scale(), c[3]);
	}

	private Landmarks landmarks(final Similarity cropToPicture) {
		final double[] points = numbers("landmarks");
		for (int i = 0; i < points.length; i += 3) {
			final double u = points[i];
			final double v = points[i + 1];
			points[i] = cropToPicture.x(u, v);
			points[i + 1] = cropToPicture.y(u, v);
		}
		return Landmarks.of(points);
	}
}
