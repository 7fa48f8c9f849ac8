package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.geometry.Rotation;
import org.icportrait.inference.Tensor;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Random;

/** From the axes of a turned crop into those of the picture: pose, camera, landmarks, normals and light agree with one another. */
class SurfaceReaderTest {

	private static final DepthRelief FLAT = new DepthRelief(1);
	private static final FaceBox BOX = new FaceBox(321, 234, 150, 25, 0.9);
	private static final Pose IN_CROP = new Pose(35, -12, 4);
	private static final double[] CAMERA = { 0.52, 0.47, 0.28, 0.11 };

	@Test
	void poseTurnsByTheRollOfTheCrop() {
		final Pose pose = read().pose();
		assertEquals(IN_CROP.yaw(), pose.yaw(), 1e-4);
		assertEquals(IN_CROP.pitch(), pose.pitch(), 1e-4);
		assertEquals(IN_CROP.roll() + 25, pose.roll(), 1e-4);
	}

	/** A head point seen through the picture's camera lies where the crop's own camera and the crop's place put it. */
	@Test
	void cameraAgreesWithTheCrop() {
		final HeadReading surface = read();
		final double[] point = { 0.4, -0.3, 0.9 };
		final double[] inCrop = turn(IN_CROP.toRotation(), point);
		final double u = CAMERA[0] + CAMERA[2] * inCrop[0] / (1 - CAMERA[3] * inCrop[2]);
		final double v = CAMERA[1] - CAMERA[2] * inCrop[1] / (1 - CAMERA[3] * inCrop[2]);
		final double[] inPicture = turn(surface.rotation(), point);
		assertEquals(BOX.cropToPicture().x(u, v), surface.camera().x(inPicture[0], inPicture[2]), 1e-3);
		assertEquals(BOX.cropToPicture().y(u, v), surface.camera().y(inPicture[1], inPicture[2]), 1e-3);
		assertEquals(BOX.cropToPicture().x(u, v), surface.landmarks().x(0), 1e-3);
		assertEquals(BOX.cropToPicture().y(u, v), surface.landmarks().y(0), 1e-3);
		assertEquals(0.75, surface.landmarks().confidence(0), 1e-6);
	}

	@Test
	void normalsTurnAsTheRotationDoes() {
		final double[] upInCrop = turn(IN_CROP.toRotation(), new double[] { 0.6, 0, 0.8 });
		final Map<String, Tensor> tensors = outputs();
		final int pixel = 40 * 128 + 50;
		for (int c = 0; c < 3; c++) tensors.get("normal").buffer().put(c * 128 * 128 + pixel, (float) upInCrop[c]);
		final HeadReading surface = SurfaceReader.read(BOX, 1, FLAT, tensors);
		final double[] expected = turn(surface.rotation(), new double[] { 0.6, 0, 0.8 });
		for (int c = 0; c < 3; c++) assertEquals(expected[c], surface.normals().get(50, 40, c), 1e-6);
	}

	/** The turned light shines on a turned normal as the light did on the normal. */
	@Test
	void lightTurnsWithTheNormals() {
		final Random random = new Random(1);
		final double[] light = random.doubles(27, -1, 1).toArray();
		for (final double roll : new double[] { 0, 17, -45, 90, 180 }) {
			final CropTurn turn = new CropTurn(roll);
			final double[] turned = turn.light(Harmonics.of(light)).toArray();
			for (int i = 0; i < 20; i++) {
				final double[] n = unit(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
				final double[] turnedN = turn(new Pose(0, 0, roll).toRotation(), n);
				for (int c = 0; c < 3; c++) assertEquals(shading(light, n, c), shading(turned, turnedN, c), 1e-9);
			}
		}
	}

	/** What a pack does not say is not made up. */
	@Test
	void intervalAndEyelidsAreReadWhereTheyAreThere() {
		final Map<String, Tensor> tensors = outputs();
		assertNull(SurfaceReader.read(BOX, 1, FLAT, tensors).interval());
		assertNull(SurfaceReader.read(BOX, 1, FLAT, tensors).eyelids());
		tensors.put("pose_interval", tensor(2.5f, 3.5f, 1.25f));
		tensors.put("eyelids", tensor(0.25f, 1));
		assertEquals(new PoseInterval(2.5, 3.5, 1.25), SurfaceReader.read(BOX, 1, FLAT, tensors).interval());
		assertEquals(new Eyelids(0.25, 1), SurfaceReader.read(BOX, 1, FLAT, tensors).eyelids());
	}

	private static Tensor tensor(final float... numbers) {
		final Tensor out = Tensor.floats(1, numbers.length);
		out.buffer().put(numbers);
		return out;
	}

	@Test
	void mapsAreCopies() {
		final Map<String, Tensor> tensors = outputs();
		final HeadReading surface = SurfaceReader.read(BOX, 1, FLAT, tensors);
		tensors.get("depth").buffer().put(0, 5);
		assertEquals(0, surface.depth().get(0, 0, 0));
		assertEquals(256, surface.matte().width());
		assertEquals(128, surface.mapSize());
		assertEquals(0.8, surface.confidence(), 1e-6);
		assertEquals(Harmonics.of(new double[27]), surface.light());
	}

	@Test
	void badlyPlacedBoxesAreRefined() {
		final FaceBox better = BoxRefinement.of(BOX, head(30, 350, 90, 0.9));
		assertEquals(321 + 0.9 * 29, better.x(), 1e-9, "nine tenths of the way: whole steps swing");
		assertTrue(better.side() > BOX.side() && better.side() < 180 && better.roll() > BOX.roll() && better.roll() < 30);
		assertSame(BOX, BoxRefinement.of(BOX, head(30, 350, 90, 0.01)), "doubtful");
		assertSame(BOX, BoxRefinement.of(BOX, head(30, 700, 90, 0.9)), "wild");
	}

	/** A step of the reading by a thousandth moves the box by no more than some thousandths, wherever it happens. */
	@Test
	void refinementHasNoJump() {
		for (double x = 300; x < 350; x += 0.05) {
			final FaceBox before = BoxRefinement.of(BOX, head(25, x, 75, 0.9));
			final FaceBox after = BoxRefinement.of(BOX, head(25, x + 0.05, 75, 0.9));
			assertEquals(before.x(), after.x(), 0.4, "from " + x);
			assertEquals(before.side(), after.side(), 0.4, "from " + x);
		}
	}

	/** A crop that was brightened shows a brighter light, not a lighter skin. */
	@Test
	void lightOfABrightenedCropIsDimmed() {
		final Map<String, Tensor> tensors = outputs();
		Heads.put(tensors, "light", 0.8, 0.4, 0.2);
		assertEquals(0.2, SurfaceReader.read(BOX, 4, FLAT, tensors).light().get(0, 0), 1e-6);
	}

	/** Where shoulders reach the border of the crop and the picture goes on there, another look is taken from farther off. */
	@Test
	void aWiderLookIsTakenOnlyWhereItShowsMore() {
		final HeadReading sphere = Heads.sphere();
		final Picture large = new Picture(900, 900, 3);
		assertFalse(WiderLook.isNeeded(large, sphere), "nothing reaches the border");
		for (int i = 60; i < 200; i++) sphere.matte().set(i, 255, 0, 1);
		assertTrue(WiderLook.isNeeded(large, sphere));
		assertFalse(WiderLook.isNeeded(new Picture(900, 430, 3), sphere), "the picture ends where the crop does");
		final FaceBox box = WiderLook.box(sphere);
		assertEquals(300, box.x(), 1e-9);
		assertEquals(250, box.y(), 1e-9);
		assertEquals(320, box.side(), 1e-9);
	}

	private static HeadReading head(final double roll, final double x, final double scale, final double confidence) {
		return Heads.posed(new Pose(5, 0, roll), new HeadCamera(x, 234, scale, 0.1), confidence);
	}

	private static HeadReading read() {
		return SurfaceReader.read(BOX, 1, FLAT, outputs());
	}

	private static Map<String, Tensor> outputs() {
		final Map<String, Tensor> tensors = Heads.networkOutputs();
		Heads.put(tensors, "rotation", IN_CROP.toRotation().toArray());
		Heads.put(tensors, "camera", CAMERA);
		final double[] q = turn(IN_CROP.toRotation(), new double[] { 0.4, -0.3, 0.9 });
		final double near = 1 - CAMERA[3] * q[2];
		Heads.put(tensors, "landmarks", CAMERA[0] + CAMERA[2] * q[0] / near, CAMERA[1] - CAMERA[2] * q[1] / near, 0.75);
		Heads.put(tensors, "confidence", 0.8);
		return tensors;
	}

	private static double[] turn(final Rotation r, final double[] p) {
		return new double[] { r.x(p[0], p[1], p[2]), r.y(p[0], p[1], p[2]), r.z(p[0], p[1], p[2]) };
	}

	private static double[] unit(final double x, final double y, final double z) {
		final double length = Math.sqrt(x * x + y * y + z * z);
		return new double[] { x / length, y / length, z / length };
	}

	/** Written out as in docs/conventions.md. */
	private static double shading(final double[] c, final double[] n, final int channel) {
		final double x = n[0], y = n[1], z = n[2];
		final double[] basis = { 0.282095, 0.488603 * y, 0.488603 * z, 0.488603 * x, 1.092548 * x * y, 1.092548 * y * z,
			0.315392 * (3 * z * z - 1), 1.092548 * x * z, 0.546274 * (x * x - y * y) };
		double sum = 0;
		for (int k = 0; k < 9; k++) sum += c[3 * k + channel] * basis[k];
		return sum;
	}
}
