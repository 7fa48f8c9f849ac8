package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.Parts.Kind;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.inference.Device;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.models.ModelPack;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the second pack of tests, for which red places of a person are hair and all others of it skin. */
class PartsReaderTest {

	private static final int MIDDLE = FaceNetworks.MAP_SIDE / 2 * (FaceNetworks.MAP_SIDE + 1);

	private static OnnxRuntime runtime;
	private static FaceReader faces;

	@BeforeAll
	static void open() {
		runtime = OnnxRuntime.open(Device.CPU, null);
		faces = open(EggHead.packWithStitch());
	}

	@AfterAll
	static void close() {
		faces.close();
	}

	/** The network is given the crop and the matte of the same look: a white face is red too, one without red is skin, and beyond it is nobody. */
	@Test
	void partsAreReadFromTheCropAndItsMaps() {
		final HeadReading white = read(picture(1)), cyan = read(picture(0));
		assertEquals(Kind.HAIR, white.parts().likeliest()[MIDDLE]);
		assertEquals(Kind.SKIN, cyan.parts().likeliest()[MIDDLE]);
		assertEquals(Kind.NOBODY, white.parts().likeliest()[0]);
		assertEquals(white.mapSize(), white.parts().size());
		for (final float all : white.parts().share(Kind.values()).data()) assertEquals(1, all, 1e-3);
		final Picture nobody = white.parts().share(Kind.NOBODY);
		assertEquals(1 - mean(white.matte()), mean(nobody), 4e-3, "but for what colours said of the matte since");
	}

	/** Nothing is made up where the pack has no such network. */
	@Test
	void aPackMayDoWithoutThem() {
		try (FaceReader others = open(EggHead.pack())) {
			assertNull(others.read(picture(1), box(), Progress.NONE).parts());
		}
	}

	/** What is added to a reading later does not take its parts away. */
	@Test
	void aReadingKeepsItsParts() {
		final HeadReading reading = read(picture(1));
		assertEquals(reading.parts(), reading.withWide(reading).withEyelids(new Eyelids(1, 1)).withMattes(reading.matte(), null, null).parts());
	}

	@Test
	void manyThreadsReadAtOnce() {
		final List<Picture> pictures = List.of(picture(0), picture(1));
		final List<float[]> alone = pictures.stream().map(picture -> read(picture).parts().share(Kind.HAIR).data()).toList();
		IntStream.range(0, 16).parallel().forEach(i -> assertArrayEquals(alone.get(i % 2), read(pictures.get(i % 2)).parts().share(Kind.HAIR).data(), 1e-6f));
	}

	private static FaceReader open(final Path pack) {
		return FaceReader.open(runtime, ModelPack.open(pack));
	}

	private static FaceBox box() {
		return faces.find(picture(1), Progress.NONE).get(0).box();
	}

	private static HeadReading read(final Picture picture) {
		return faces.read(picture, box(), Progress.NONE);
	}

	private static Picture picture(final float red) {
		final Picture picture = Photograph.of(EggHead.one()).picture().copy();
		for (int i = 0; i < picture.planeSize(); i++) picture.data()[i] *= red;
		return picture;
	}

	private static double mean(final Picture picture) {
		return IntStream.range(0, picture.data().length).mapToDouble(i -> picture.data()[i]).average().orElseThrow();
	}
}
