package org.icportrait.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

import java.awt.image.Raster;
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

class PictureWriterTest {

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
		PictureWriter.writePng(image, null, ORIGIN, file);
		return PictureReader.read(file).image();
	}

	@Test
	void coverageBecomesTransparency() throws IOException {
		final Path file = folder.resolve("cut.png");
		final ColorProcessor colour = new ColorProcessor(2, 1, new int[] { 0xff102030, 0xff405060 });
		PictureWriter.writePng(new ImagePlus("", colour), new Picture(2, 1, 1, new float[] { 0, 1 }), ORIGIN, file);
		assertEquals(0x00102030, ImageIO.read(file.toFile()).getRGB(0, 0));
		assertEquals(0xff405060, ImageIO.read(file.toFile()).getRGB(1, 0));
	}

	/** Cut out, 16 bits stay 16 bits. */
	@Test
	void deepGreyKeepsItsDepthBesideItsCoverage() throws IOException {
		final Path file = folder.resolve("deep.png");
		final ImagePlus image = new ImagePlus("", new ShortProcessor(3, 1, new short[] { 1000, 1001, (short) 65535 }, null));
		PictureWriter.writePng(image, new Picture(3, 1, 1, new float[] { 0, 1, 0.5f }), ORIGIN, file);
		final Raster raster = ImageIO.read(file.toFile()).getRaster();
		assertEquals(2, raster.getNumBands());
		assertArrayEquals(new int[] { 1000, 0, 1001, 65535, 65535, 32768 }, raster.getPixels(0, 0, 3, 1, (int[]) null));
		assertEquals(16, PictureReader.read(file).image().getBitDepth(), "and we read it so");
	}

	@Test
	void theOriginIsInsideThePng() throws IOException {
		final Path file = folder.resolve("marked.png");
		PictureWriter.writePng(new ImagePlus("", new ByteProcessor(2, 2)), null, ORIGIN, file);
		final String content = Files.readString(file, StandardCharsets.ISO_8859_1);
		assertTrue(content.contains(Provenance.NOTICE));
		assertTrue(content.contains("\"yaw\": 30.0"));
	}

	@Test
	void theOriginIsInsideTheTiff() {
		final ImagePlus image = new ImagePlus("", new FloatProcessor(2, 2));
		PictureWriter.mark(image, ORIGIN);
		final Path file = folder.resolve("marked.tif");
		OutputFile.write(file, PictureWriter.tiff(image, ORIGIN));
		final String info = PictureReader.read(file).image().getInfoProperty();
		assertTrue(info.contains(Provenance.NOTICE), info);
		assertTrue(info.contains("request.view.yaw: 30.0\n"), info);
		assertTrue(info.contains("models.surface.onnx: abc"), info);
	}

	@Test
	void floatsDoNotGoIntoPng() {
		assertSentence("use TIFF", () -> PictureWriter.writePng(new ImagePlus("", new FloatProcessor(2, 2)), null, ORIGIN, folder.resolve("a.png")));
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

	/** The scale that a picture has in ImageJ goes into the PNG and comes back. */
	/** ImageJ told of a full disk in lines of its own, and in Fiji in a dialog. */
	@Test
	void whatNoDiskHoldsIsSaidBeforeImageJTriesIt() {
		final ImagePlus endless = new ImagePlus("", new ByteProcessor(4096, 4096)) {

			@Override
			public int getBytesPerPixel() {
				return 1 << 30;
			}

			@Override
			public FileInfo getFileInfo() {
				throw new IllegalStateException("tried");
			}
		};
		assertSentence("No space left on device; make room", () -> OutputFile.write(folder.resolve("a.tif"), PictureWriter.tiff(endless, ORIGIN)));
	}

	@Test
	void theScaleGoesOutAndIn() {
		final ImagePlus image = new ImagePlus("", new ByteProcessor(2, 2));
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.05;
		image.getCalibration().setUnit("mm");
		final ImagePlus back = viaPng(image);
		assertEquals("cm", back.getCalibration().getUnit());
		assertEquals(0.005, back.getCalibration().pixelWidth, 1e-6);
		image.getCalibration().setUnit("pixel");
		assertEquals("pixel", viaPng(image).getCalibration().getUnit(), "no length, no scale");
	}

	@Test
	void aFolderThatCannotBeMadeIsSaid() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "");
		for (final Path below : new Path[] { file.resolve("below"), file.resolve("below/deep") }) {
			assertSentence(below + " cannot be made: " + file + " is a file and no folder; choose another folder.", () -> OutputFile.prepareFolder(below));
		}
	}

	@Test
	void whatStandsInAFilesWayIsSaid() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), ""), below = file.resolve("a.txt"), taken = Files.createDirectory(folder.resolve("taken.txt"));
		assertSentence(file + " is a file and no folder; choose another folder.", () -> write(below));
		assertSentence(file + " is a file and no folder; choose another folder.", () -> write(file.resolve("deep/a.txt")));
		assertSentence("there is no folder " + folder.resolve("none") + "; make it, or choose another.", () -> write(folder.resolve("none/a.txt")));
		Files.writeString(taken.resolve("kept"), "");
		assertSentence("a folder of that name is there; choose another name.", () -> write(taken));
		assertSentence("A folder stands where", () -> StagedFiles.requireFree(taken));
		assertTrue(Files.exists(taken.resolve("kept")));
	}

	private static void write(final Path target) {
		OutputFile.write(target, part -> Files.writeString(part, "text"));
	}

	private static void assertSentence(final String part, final org.junit.jupiter.api.function.Executable action) {
		final BadInput thrown = assertThrows(BadInput.class, action);
		assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
	}
}
