package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.inference.Tensor;
import org.junit.jupiter.api.Test;

/** Landmarks lie where people mark them: brows end at the tip of their tail, the nose at its lower edge, in the head's own axes. */
class LandmarkOffsetsTest {

	private static final HeadCamera CAMERA = new HeadCamera(400, 300, 100, 0);
	private static final int RIGHT_TAIL = 17, LEFT_TAIL = 26, BASE = 33;

	private static Landmarks still() {
		final double[] numbers = new double[3 * Landmarks.COUNT];
		for (int i = 0; i < numbers.length; i++) numbers[i] = i % 3 == 2 ? 0.5 : 200 + i;
		return Landmarks.of(numbers);
	}

	/** Pixels right and down by which a landmark moves at 100 px per dm. */
	private static double[] moved(final int point, final Pose pose) {
		final Landmarks before = still(), after = LandmarkOffsets.marked(before, pose.toRotation(), CAMERA);
		return new double[] { after.x(point) - before.x(point), after.y(point) - before.y(point) };
	}

	@Test
	void tailsLieFartherOutAndLowerAndTheNoseEndsHigher() {
		assertArrayEquals(new double[] { -3.7, 5.8 }, moved(RIGHT_TAIL, Pose.FRONTAL), 1e-9);
		assertArrayEquals(new double[] { 3.7, 5.8 }, moved(LEFT_TAIL, Pose.FRONTAL), 1e-9);
		assertArrayEquals(new double[] { 0, -3.2 }, moved(BASE, Pose.FRONTAL), 1e-9);
	}

	@Test
	void otherPointsStay() {
		final double[] before = still().toArray(), after = LandmarkOffsets.marked(still(), new Pose(30, 10, 20).toRotation(), CAMERA).toArray();
		for (int i = 0; i < Landmarks.COUNT; i++) {
			final boolean brow = i == RIGHT_TAIL || i == LEFT_TAIL, nose = i >= 31 && i <= 35;
			assertEquals(brow || nose, before[3 * i] != after[3 * i] || before[3 * i + 1] != after[3 * i + 1], "point " + i);
			assertEquals(before[3 * i + 2], after[3 * i + 2], "trust");
		}
	}

	/** Both sides of a head that is turned left move as those of one that is turned right; a lying head's points move along its own axes. */
	@Test
	void offsetsTurnWithTheHead() {
		final double[] one = moved(RIGHT_TAIL, new Pose(40, -10, 0)), other = moved(LEFT_TAIL, new Pose(-40, -10, 0));
		assertEquals(one[0], -other[0], 1e-9);
		assertEquals(one[1], other[1], 1e-9);
		assertArrayEquals(new double[] { 5.8, 3.7 }, moved(RIGHT_TAIL, new Pose(0, 0, 90)), 1e-9);
		assertTrue(moved(LEFT_TAIL, new Pose(60, 0, 0))[0] < 0, "the tail bends back around the temple");
	}

	/** What is read goes through it in the picture's axes, and the head model's own points come back. */
	@Test
	void readingsHaveThem() {
		final Map<String, Tensor> outputs = Heads.networkOutputs();
		Heads.put(outputs, "rotation", new Pose(20, 5, 3).toRotation().toArray());
		Heads.put(outputs, "camera", 0.5, 0.5, 0.28, 0.1);
		final FaceBox box = new FaceBox(321, 234, 150, 25, 0.9);
		final double[] points = new double[3 * Landmarks.COUNT];
		for (int i = 0; i < points.length; i++) points[i] = 0.5 + 0.001 * i;
		Heads.put(outputs, "landmarks", points);
		final HeadReading reading = SurfaceReader.read(box, 1, new DepthRelief(1), outputs);
		final Landmarks vertices = LandmarkOffsets.ofVertices(reading);
		for (int i = 0; i < Landmarks.COUNT; i++) {
			assertEquals(box.cropToPicture().x(points[3 * i], points[3 * i + 1]), vertices.x(i), 1e-3);
			assertEquals(box.cropToPicture().y(points[3 * i], points[3 * i + 1]), vertices.y(i), 1e-3);
		}
		final double scale = reading.camera().scale(reading.rotation().z(0, 0, 0.9)), down = -reading.rotation().y(-0.037, -0.058, -0.078);
		assertEquals(scale * down, reading.landmarks().y(RIGHT_TAIL) - vertices.y(RIGHT_TAIL), 1e-3);
	}

	/** Whether a border cuts a face is told by the points of its head model, of which so many may lie outside, not by tails that go on beyond them. */
	@Test
	void cutFacesAreToldByTheHeadModel() {
		final double[] numbers = Heads.withLandmarksOutside(6).landmarks().toArray();
		numbers[3 * RIGHT_TAIL] = 0.4;
		final HeadCamera camera = new HeadCamera(100, 100, 50, 0);
		final Landmarks marked = LandmarkOffsets.marked(Landmarks.of(numbers), Pose.FRONTAL.toRotation(), camera);
		final HeadReading reading = new HeadReading(null, null, null, null, null, null, null, Pose.FRONTAL.toRotation(), camera, null, marked, 1);
		assertTrue(marked.x(RIGHT_TAIL) < -0.02 * 48);
		assertTrue(FaceCheck.isWhole(reading, 48, 200, 200));
	}
}
