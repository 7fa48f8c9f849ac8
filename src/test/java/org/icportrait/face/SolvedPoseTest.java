package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.junit.jupiter.api.Test;

/** Of a ball whose maps are true for one pose, read by a network that says another. */
class SolvedPoseTest {

	private static final int MAP = FaceNetworks.MAP_SIDE;
	private static final double RADIUS = 1;
	private static final FaceBox BOX = new FaceBox(321, 234, 150, 25, 0.9);
	private static final Similarity CROP = BOX.cropToPicture();
	private static final HeadCamera CAMERA = new HeadCamera(325, 230, 75, 0.11);
	private static final Rotation TRUE = new Pose(20, 15, -30).toRotation();

	private final Picture coordinates = new Picture(MAP, MAP, 3), depth = new Picture(MAP, MAP, 1), matte = new Picture(2 * MAP, 2 * MAP, 1);

	/** Draws the ball where camera and crop show it. */
	private void draw(final Rotation turn) {
		final Rotation back = turn.inverse();
		for (int j = 0; j < MAP; j++) for (int i = 0; i < MAP; i++) {
			final double u = (i + 0.5) / MAP, v = (j + 0.5) / MAP;
			double z = 0.5;
			double x = 0, y = 0;
			for (int step = 0; step < 50; step++) {
				x = CAMERA.liftX(CROP.x(u, v), z);
				y = CAMERA.liftY(CROP.y(u, v), z);
				z = Math.sqrt(Math.max(0, RADIUS - x * x - y * y));
			}
			final boolean on = x * x + y * y < RADIUS;
			depth.set(i, j, 0, (float) z);
			for (int k = 0; k < 4; k++) matte.set(2 * i + k % 2, 2 * j + k / 2, 0, on ? 1 : 0);
			coordinates.set(i, j, 0, (float) back.x(x, y, z));
			coordinates.set(i, j, 1, (float) back.y(x, y, z));
			coordinates.set(i, j, 2, (float) back.z(x, y, z));
		}
	}

	private Rotation beside(final Rotation read) {
		return SolvedPose.beside(read, CROP, CAMERA, coordinates, depth, matte);
	}

	@Test
	void halfOfTheWayToTheMapsIsGone() {
		draw(TRUE);
		final Rotation read = new Pose(17, 9, -28).toRotation(), beside = beside(read);
		assertEquals(TRUE.degreesTo(read) / 2, TRUE.degreesTo(beside), 0.05);
		assertEquals(TRUE.degreesTo(read) / 2, read.degreesTo(beside), 0.05);
	}

	@Test
	void mapsThatAgreeChangeNothing() {
		draw(TRUE);
		assertEquals(0, TRUE.degreesTo(beside(TRUE)), 0.05);
	}

	/** In the axes of the picture, whatever the crop's roll, and with the relief that the depths get back. */
	@Test
	void readingsHaveIt() {
		draw(TRUE);
		final Rotation read = new Pose(17, 9, -28).toRotation();
		final Map<String, Tensor> outputs = Heads.networkOutputs();
		final Similarity toCrop = CROP.inverse();
		Heads.put(outputs, "rotation", Rotation.about(0, 0, 1, Math.toRadians(-BOX.roll())).after(read).toArray());
		Heads.put(outputs, "camera", toCrop.x(CAMERA.x0(), CAMERA.y0()), toCrop.y(CAMERA.x0(), CAMERA.y0()), CAMERA.s() / CROP.scale(), CAMERA.k());
		outputs.get("coordinates").buffer().put(coordinates.data());
		for (int i = 0; i < depth.planeSize(); i++) outputs.get("depth").buffer().put(i, 0.8f * depth.data()[i]);
		for (int i = 0; i < 4 * depth.planeSize(); i++) outputs.get("matte").buffer().put(i, matte.data()[i]);
		final double[] off = new double[2];
		for (int k = 0; k < 2; k++) off[k] = TRUE.degreesTo(SurfaceReader.read(BOX, 1, new DepthRelief(k == 0 ? 0.8 : 1), outputs).rotation());
		assertTrue(off[0] < 0.7 * TRUE.degreesTo(read) && off[0] < off[1] - 0.1, "off by " + off[0] + ", flat " + off[1] + ", as read " + TRUE.degreesTo(read));
	}

	/** A hand before the face, or the back of a head, is no reason to turn it. */
	@Test
	void mapsOfSomethingElseAreNotBelieved() {
		draw(TRUE);
		final Rotation other = new Pose(50, 15, -30).toRotation();
		assertSame(other, beside(other));
		Arrays.fill(matte.data(), 0, matte.data().length, 0.5f);
		final Rotation read = new Pose(17, 9, -28).toRotation();
		assertSame(read, beside(read), "nothing is surely the person's");
	}
}
