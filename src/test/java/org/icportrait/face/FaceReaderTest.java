package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

import org.icportrait.bridge.EggHead;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.inference.Device;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.models.ModelPack;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which finds count, and which are read, with the egg pack: a dim disc is an unsure find, and a blue one reads as no head. */
class FaceReaderTest {

	private static final Color DIM = new Color(130, 115, 104), DIM_AND_BLUE = new Color(60, 90, 200), BRIGHT = new Color(250, 220, 200);
	/** Between four cells of the upright picture, so that nothing is found there, and in the middle of one of the picture turned by 45 degrees. */
	private static final int TILTED_X = 248, TILTED_Y = 209;

	private static FaceReader reader;

	@BeforeAll
	static void open() {
		reader = FaceReader.open(OnnxRuntime.open(Device.CPU, null), ModelPack.open(EggHead.pack()));
	}

	@AfterAll
	static void close() {
		reader.close();
	}

	@Test
	void aTiltedFaceIsFound() {
		final List<FoundFace> faces = reader.find(picture(disc(EggHead.faces(EggHead.SIDE), TILTED_X, TILTED_Y, BRIGHT)), Progress.NONE);
		assertEquals(45, faces.get(0).box().roll(), 1e-6);
		assertEquals(TILTED_X, faces.get(0).box().x(), 2);
	}

	/** Finds that are dropped must not keep from looking at the picture turned. */
	@Test
	void aFalseFindHidesNoTiltedFace() {
		final ImagePlus image = disc(disc(EggHead.faces(EggHead.SIDE), TILTED_X, TILTED_Y, BRIGHT), 75, 75, DIM_AND_BLUE);
		final List<FoundFace> faces = reader.find(picture(image), Progress.NONE);
		assertEquals(1, faces.size());
		assertEquals(45, faces.get(0).box().roll(), 1e-6);
	}

	@Test
	void whatReadsAsNoHeadIsNotUsedAsDrawnEither() {
		final Picture picture = picture(disc(EggHead.one(), 325, 325, new Color(0, 0, 255)));
		final FoundFace face = reader.select(picture, FaceChoice.inside(300, 300, 50, 50), Progress.NONE).get(0);
		assertTrue(face.box().drawn());
		final String sentence = assertThrows(BadInput.class, () -> reader.read(picture, face, Progress.NONE)).getMessage();
		assertTrue(sentence.contains("No face was found inside the selection"), sentence);
	}

	@Test
	void anUnsureFindThatReadsAsNoHeadIsNone() {
		assertTrue(reader.find(picture(disc(EggHead.faces(EggHead.SIDE), 225, 175, DIM_AND_BLUE)), Progress.NONE).isEmpty());
	}

	/** What was read to know that it is a face is not read again. */
	@Test
	void theReadingOfAnUnsureFindIsKept() {
		final Picture picture = picture(disc(EggHead.faces(EggHead.SIDE), 225, 175, DIM));
		final FoundFace face = reader.find(picture, Progress.NONE).get(0);
		assertTrue(face.box().score() < 0.7);
		assertEquals(0.9, face.reading().confidence(), 1e-6);
		assertSame(face.reading(), reader.read(picture, face, Progress.NONE));
	}

	@Test
	void aSureFindIsNotReadBeforeItIsWanted() {
		final Picture picture = picture(EggHead.one());
		final FoundFace face = reader.find(picture, Progress.NONE).get(0);
		assertNull(face.reading());
		assertEquals(225, reader.read(picture, face, Progress.NONE).camera().x0(), 1e-3);
	}

	/** Eight at once, each in tensors of its own, read what one after the other reads, to the bit. */
	@Test
	void manyThreadsReadAtOnce() {
		final List<Picture> pictures = IntStream.range(0, 24).mapToObj(i -> picture(disc(EggHead.faces(EggHead.SIDE), 75 + 50 * (i % 6), 75 + 50 * (i / 6),
			BRIGHT))).toList();
		final List<HeadReading> serial = pictures.stream().map(FaceReaderTest::read).toList();
		final List<HeadReading> parallel = pictures.parallelStream().map(FaceReaderTest::read).toList();
		for (int i = 0; i < pictures.size(); i++) {
			assertEquals(serial.get(i).camera(), parallel.get(i).camera());
			assertArrayEquals(serial.get(i).albedo().data(), parallel.get(i).albedo().data());
		}
	}

	private static HeadReading read(final Picture picture) {
		return reader.read(picture, reader.find(picture, Progress.NONE).get(0), Progress.NONE);
	}

	private static ImagePlus disc(final ImagePlus image, final int x, final int y, final Color colour) {
		final ImageProcessor pixels = image.getProcessor();
		pixels.setColor(colour);
		pixels.fillOval(x - 25, y - 25, 50, 50);
		return image;
	}

	private static Picture picture(final ImagePlus image) {
		return Photograph.of(image).picture();
	}
}
