package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.icportrait.bridge.EggHead;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.inference.Device;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.models.ModelPack;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the second pack of tests, for which an eye is as far open as its inner half is bright. */
class EyelidReaderTest {

	private static final HeadCamera CAMERA = new HeadCamera(200, 210, 100, 0);

	private static OnnxRuntime runtime;
	private static EyelidReader reader;

	@BeforeAll
	static void open() {
		runtime = OnnxRuntime.open(Device.CPU, null);
		reader = EyelidReader.open(runtime, ModelPack.open(EggHead.packWithStitch())).orElseThrow();
	}

	@AfterAll
	static void close() {
		reader.close();
	}

	/** White from column 168 to the right: all of the left eye, and the inner half of the right one, which ends in its middle. */
	@Test
	void eachEyeIsReadForItself() {
		final Eyelids eyelids = reader.read(whiteFrom(168), Heads.withEyes(Pose.FRONTAL, CAMERA, 1), Progress.NONE);
		assertEquals(1, eyelids.left(), 1e-3);
		assertEquals(1, eyelids.right(), 0.05);
		final Eyelids other = reader.read(whiteFrom(232), Heads.withEyes(Pose.FRONTAL, CAMERA, 1), Progress.NONE);
		assertEquals(0, other.right(), 1e-3);
		assertEquals(0, other.left(), 0.05, "mirrored: its outer half is white");
	}

	@Test
	void anEyeThatIsNotSeenIsNoNumber() {
		final Eyelids eyelids = reader.read(whiteFrom(0), Heads.withEyes(new Pose(60, 0, 0), CAMERA, 1), Progress.NONE);
		assertEquals(1, eyelids.right(), 1e-3);
		assertTrue(Double.isNaN(eyelids.left()));
		assertEquals(new Eyelids(Double.NaN, Double.NaN), reader.read(whiteFrom(0), Heads.withEyes(Pose.FRONTAL, CAMERA, 0.2), Progress.NONE));
	}

	@Test
	void manyThreadsReadAtOnce() {
		final HeadReading reading = Heads.withEyes(Pose.FRONTAL, CAMERA, 1);
		IntStream.range(0, 48).parallel().forEach(i -> assertEquals(i % 2, reader.read(whiteFrom(i % 2 == 0 ? 400 : 0), reading, Progress.NONE).right(), 1e-3));
	}

	/** A reading of the whole way holds them where the pack has the network, and nothing is made up where it has none. */
	@Test
	void facesAreReadWithThemWhereThePackSaysThem() {
		assertNull(readBy(EggHead.pack()).eyelids());
		final Eyelids eyelids = readBy(EggHead.packWithStitch()).eyelids();
		assertFalse(Double.isNaN(eyelids.right()) || Double.isNaN(eyelids.left()));
	}

	private static HeadReading readBy(final java.nio.file.Path pack) {
		final Picture picture = Photograph.of(EggHead.one()).picture();
		try (FaceReader faces = FaceReader.open(runtime, ModelPack.open(pack))) {
			return faces.read(picture, faces.find(picture, Progress.NONE).get(0), Progress.NONE);
		}
	}

	private static Picture whiteFrom(final int column) {
		final Picture picture = new Picture(400, 400, 3);
		for (int start = 0; start < picture.data().length; start += 400) Arrays.fill(picture.data(), start + column, start + 400, 1);
		return picture;
	}
}
