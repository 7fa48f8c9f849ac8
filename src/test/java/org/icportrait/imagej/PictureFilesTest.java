package org.icportrait.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.icportrait.image.Picture;
import org.icportrait.portrait.Provenance;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFilesTest {

	private static final Provenance ORIGIN = new Provenance("warp", Map.of("view", Map.of("yaw", 30.0)), Map.of("yaw", 29.5), "1.2.3", "pack 4", Map.of("surface.onnx", "abc"), "CPU");

	@TempDir
	Path folder;

	@Test
	void bytesShortsAndColourComeBackFromPng() throws IOException {
		final ByteProcessor bytes = new ByteProcessor(3, 2, new byte[] { 0, 1, 100, -56, -2, -1 });
		assertArrayEquals((byte[]) bytes.getPixels(), (byte[]) viaPng(new ImagePlus("", bytes)).getProcessor().getPixels());
		final ShortProcessor shorts = new ShortProcessor(2, 1, new short[] { 300, -2 }, null);
		assertArrayEquals((short[]) shorts.getPixels(), (short[]) viaPng(new ImagePlus("", shorts)).getProcessor().getPixels());
		final ColorProcessor colour = new ColorProcessor(2, 1, new int[] { 0xff123456, 0xfffedcba });
		assertArrayEquals((int[]) colour.getPixels(), (int[]) viaPng(new ImagePlus("", colour)).getProcessor().getPixels());
	}

	private ImagePlus viaPng(final ImagePlus image) {
		final Path file = folder.resolve("picture.png");
		PictureFiles.writePng(image, null, ORIGIN, file);
		return PictureFiles.open(file);
	}

	@Test
	void coverageBecomesTransparency() throws IOException {
		final Path file = folder.resolve("cut.png");
		final ColorProcessor colour = new ColorProcessor(2, 1, new int[] { 0xff102030, 0xff405060 });
		PictureFiles.writePng(new ImagePlus("", colour), new Picture(2, 1, 1, new float[] { 0, 1 }), ORIGIN, file);
		assertEquals(0x00102030, ImageIO.read(file.toFile()).getRGB(0, 0));
		assertEquals(0xff405060, ImageIO.read(file.toFile()).getRGB(1, 0));
	}

	@Test
	void theOriginIsInsideThePng() throws IOException {
		final Path file = folder.resolve("marked.png");
		PictureFiles.writePng(new ImagePlus("", new ByteProcessor(2, 2)), null, ORIGIN, file);
		final String content = Files.readString(file, StandardCharsets.ISO_8859_1);
		assertTrue(content.contains(Provenance.NOTICE));
		assertTrue(content.contains("\"yaw\": 30.0"));
	}

	@Test
	void theOriginIsInsideTheTiff() {
		final ImagePlus image = new ImagePlus("", new FloatProcessor(2, 2));
		PictureFiles.mark(image, ORIGIN);
		final Path file = folder.resolve("marked.tif");
		PictureFiles.writeTiff(image, file);
		final String info = PictureFiles.open(file).getInfoProperty();
		assertTrue(info.contains(Provenance.NOTICE), info);
		assertTrue(info.contains("request.view.yaw: 30.0\n"), info);
		assertTrue(info.contains("models.surface.onnx: abc"), info);
	}

	@Test
	void floatsDoNotGoIntoPng() {
		assertSentence("use TIFF", () -> PictureFiles.writePng(new ImagePlus("", new FloatProcessor(2, 2)), null, ORIGIN, folder.resolve("a.png")));
	}

	@Test
	void aFailedWriteLeavesNothingBehind() throws IOException {
		final Path target = folder.resolve("half.txt");
		assertSentence("cannot be written", () -> OutputFile.write(target, part -> {
			Files.writeString(part, "half");
			throw new IOException("disk full");
		}));
		try (var files = Files.list(folder)) {
			assertEquals(List.of(), files.toList());
		}
	}

	@Test
	void missingDamagedAndForeignFilesAreSaid() throws IOException {
		assertSentence("does not exist", () -> PictureFiles.open(folder.resolve("none.png")));
		final Path damaged = Files.write(folder.resolve("damaged.png"), new byte[] { (byte) 0x89, 'P', 'N', 'G', 1, 2, 3 });
		assertSentence("no picture", () -> PictureFiles.open(damaged));
		final Path text = Files.writeString(folder.resolve("text.txt"), "hello");
		assertSentence("no picture", () -> PictureFiles.open(text));
	}

	@Test
	void aFolderThatCannotBeMadeIsSaid() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "");
		assertSentence("cannot be made", () -> OutputFile.prepareFolder(file.resolve("below")));
	}

	@Test
	void picturesAreKnownByTheirNames() {
		assertTrue(PictureFiles.isPicture(Path.of("a", "B.JPG")));
		assertFalse(PictureFiles.isPicture(Path.of("a", "b.json")));
	}

	private static void assertSentence(final String part, final org.junit.jupiter.api.function.Executable action) {
		final BadInput thrown = assertThrows(BadInput.class, action);
		assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
	}
}
