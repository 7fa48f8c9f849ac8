package org.icportrait.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Radiance files that the test writes, whole and broken. */
class RadianceFileTest {

	private static final int WIDTH = 10, HEIGHT = 3;
	private static final String HEADER = "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n";

	@TempDir
	private Path folder;

	private Path file(final String header, final byte[] pixels) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(header.getBytes(StandardCharsets.US_ASCII));
		out.write(pixels);
		return Files.write(folder.resolve("sky.hdr"), out.toByteArray());
	}

	/** Red = 128 + x, green = 40 + y, blue = 7, exponent 128 + y: colour = (mantissa + 0.5) / 256 * 2^y. */
	private static int sample(final int x, final int y, final int plane) {
		return plane == 0 ? 128 + x : plane == 1 ? 40 + y : plane == 2 ? 7 : 128 + y;
	}

	private static byte[] flat() {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = 0; i < 4 * WIDTH * HEIGHT; i++) out.write(sample(i / 4 % WIDTH, i / 4 / WIDTH, i % 4));
		return out.toByteArray();
	}

	/** Red as it is, the other planes as runs. */
	private static byte[] coded() {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int y = 0; y < HEIGHT; y++) {
			out.writeBytes(new byte[] { 2, 2, 0, WIDTH, WIDTH });
			for (int x = 0; x < WIDTH; x++) out.write(sample(x, y, 0));
			for (int plane = 1; plane < 4; plane++) {
				out.write(128 + WIDTH);
				out.write(sample(0, y, plane));
			}
		}
		return out.toByteArray();
	}

	private static String size() {
		return "-Y " + HEIGHT + " +X " + WIDTH + "\n";
	}

	private static void assertPixels(final Picture picture) {
		assertEquals(WIDTH, picture.width());
		assertEquals(HEIGHT, picture.height());
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				for (int c = 0; c < 3; c++) assertEquals((sample(x, y, c) + 0.5) / 256 * (1 << y), picture.get(x, y, c), 1e-6);
			}
		}
	}

	@Test
	void readsFlatPixels() throws IOException {
		assertPixels(RadianceFile.read(file(HEADER + size(), flat())));
	}

	@Test
	void readsRunLengthCodedPixels() throws IOException {
		assertPixels(RadianceFile.read(file(HEADER + size(), coded())));
	}

	@Test
	void anExponentOfZeroIsBlack() throws IOException {
		final Picture picture = RadianceFile.read(file(HEADER + "-Y 1 +X 1\n", new byte[] { 9, 9, 9, 0 }));
		for (final float v : picture.data()) assertEquals(0, v);
	}

	@Test
	void aMissingFileIsNamed() {
		final Path missing = folder.resolve("missing.hdr");
		final BadInput e = assertThrows(BadInput.class, () -> RadianceFile.read(missing));
		assertTrue(e.getMessage().startsWith("There is no file " + missing));
	}

	@Test
	void brokenFilesAreRefusedInASentence() throws IOException {
		refuse("no picture\n\n" + size(), flat());
		refuse("", new byte[0]);
		refuse(HEADER, new byte[0]);
		refuse(HEADER + "+X 3 -Y 3\n", flat());
		refuse(HEADER + "-Y three +X 3\n", flat());
		refuse(HEADER + size(), Arrays.copyOf(flat(), flat().length - 1));
		refuse(HEADER + size(), Arrays.copyOf(coded(), coded().length - 1));
		final byte[] tooLong = coded();
		tooLong[4] = WIDTH + 1;
		refuse(HEADER + size(), tooLong);
		final byte[] empty = coded();
		empty[4] = 0;
		refuse(HEADER + size(), empty);
		refuse("#?" + "x".repeat(5000) + "\n", flat());
	}

	private void refuse(final String header, final byte[] pixels) throws IOException {
		final Path file = file(header, pixels);
		final BadInput e = assertThrows(BadInput.class, () -> RadianceFile.read(file), header);
		assertEquals("sky.hdr is no complete Radiance (.hdr) picture; export it again as RGBE.", e.getMessage());
	}

	@Test
	void hugeAndEmptySizesAreRefused() throws IOException {
		for (final String size : new String[] { "-Y 20000 +X 40000\n", "-Y 0 +X 4\n", "-Y 4 +X -4\n" }) {
			final Path file = file(HEADER + size, flat());
			assertThrows(BadInput.class, () -> RadianceFile.read(file), size);
		}
	}

	/** 4 kB that declare 16384 x 16384 asked for 3.2 GB in version 0.1. */
	@Test
	void aSizeIsNotBelievedBeforeTheFileIsLongEnough() throws IOException {
		final Path file = file(HEADER + "-Y 16384 +X 16384\n", new byte[4096]);
		final long before = allocated();
		final BadInput e = assertThrows(BadInput.class, () -> RadianceFile.read(file));
		assertTrue(e.getMessage().startsWith("sky.hdr is no complete Radiance"), e.getMessage());
		assertTrue(allocated() - before < 10_000_000, "allocated " + (allocated() - before));
	}

	private static long allocated() {
		return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	@Test
	void whatDoesNotFitIntoMemorySaysSoWithNumbers() {
		final RadianceHeader header = new RadianceHeader(16384, 8192, false, false, false, 1, 1, 1);
		final BadInput e = assertThrows(BadInput.class, () -> RadianceFile.check(Path.of("sky.hdr"), header, 1L << 30, 1L << 30));
		assertEquals("sky.hdr is 16384 x 8192 and needs 1536 MB of memory, of which 1024 MB are free; scale it down, 2048 x 1024 are plenty.", e.getMessage());
	}

	@Test
	void exposuresAndColourCorrectionsAreUndone() throws IOException {
		final String header = "#?RADIANCE\nEXPOSURE=2\nFORMAT=32-bit_rle_rgbe\nEXPOSURE= 1.5\nCOLORCORR=1 2 4\n\n";
		final Picture plain = RadianceFile.read(file(HEADER + size(), flat())), exposed = RadianceFile.read(file(header + size(), flat()));
		for (int i = 0; i < plain.data().length; i++) {
			assertEquals(plain.data()[i] / (3 * (1 << i / plain.planeSize())), exposed.data()[i], 1e-6);
		}
	}

	@Test
	void brokenExposuresAreRefused() throws IOException {
		for (final String line : new String[] { "EXPOSURE=0", "EXPOSURE=-1", "EXPOSURE=much", "EXPOSURE=NaN", "COLORCORR=1 2" }) {
			refuse("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n" + line + "\n\n" + size(), flat());
		}
		refuse("#?RADIANCE\nFORMAT=32-bit_rle_luv\n\n" + size(), flat());
	}

	/** What is damaged in the header must not be passed over: colours would be read as others; nor what the size does not speak of. */
	@Test
	void damagedHeadersAndSizesThatContradictAreRefused() throws IOException {
		refuse("#?RADIANCE\nFORMAP=32-bit_rle_xyze\n\n" + size(), flat());
		refuse("#?RADIANCE\n\n" + size(), flat());
		refuse("#?RADIA\1CE\nFORMAT=32-bit_rle_rgbe\n\n" + size(), flat());
		refuse(HEADER + size(), Arrays.copyOf(flat(), flat().length + 1));
		assertPixels(RadianceFile.read(file("#?RGBE\nFORMAT=32-bit_rle_rgbe\n# made by hand\nVIEW= -vta\n\n" + size(), flat())));
	}

	/** White, and the format's own red: x = .64, y = .33. */
	@Test
	void xyzIsTurnedIntoRgb() throws IOException {
		final byte[] pixels = { (byte) 200, (byte) 200, (byte) 200, (byte) 128, (byte) 192, (byte) 99, 9, (byte) 128 };
		final Picture picture = RadianceFile.read(file("#?RADIANCE\nFORMAT=32-bit_rle_xyze\n\n-Y 1 +X 2\n", pixels));
		for (int c = 0; c < 3; c++) assertEquals(200.5 / 256, picture.get(0, 0, c), 1e-4);
		assertTrue(picture.get(1, 0, 0) > 1.4 && picture.get(1, 0, 1) < 0.01 && picture.get(1, 0, 2) < 0.01, Arrays.toString(picture.data()));
	}

	@Test
	void oldRunsRepeatThePixelBefore() throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		// Of 600 pixels: one, 255 + 256 more of its kind by two runs, another one, 87 more of that.
		out.writeBytes(new byte[] { 100, 50, 25, (byte) 130, 1, 1, 1, (byte) 255, 1, 1, 1, 1 });
		out.writeBytes(new byte[] { 60, 70, 80, (byte) 128, 1, 1, 1, 87 });
		final Picture picture = RadianceFile.read(file(HEADER + "-Y 1 +X 600\n", out.toByteArray()));
		for (int x = 0; x < 600; x++) {
			assertEquals(x < 512 ? 100.5 / 64 : 60.5 / 256, picture.get(x, 0, 0), 1e-6, "at " + x);
			assertEquals(x < 512 ? 25.5 / 64 : 80.5 / 256, picture.get(x, 0, 2), 1e-6, "at " + x);
		}
	}

	@Test
	void brokenOldRunsAreRefused() throws IOException {
		refuse(HEADER + "-Y 1 +X 5\n", new byte[] { 1, 1, 1, 4, 9, 9, 9, 9 });
		refuse(HEADER + "-Y 1 +X 5\n", new byte[] { 9, 9, 9, 9, 1, 1, 1, 5 });
		refuse(HEADER + "-Y 1 +X 5\n", new byte[] { 9, 9, 9, 9, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1 });
	}

	@Test
	void rowsMayRunUpAndLeft() throws IOException {
		final Picture plain = RadianceFile.read(file(HEADER + size(), flat()));
		final Picture turned = RadianceFile.read(file(HEADER + "+Y " + HEIGHT + " -X " + WIDTH + "\n", flat()));
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) assertEquals(plain.get(x, y, 1), turned.get(WIDTH - 1 - x, HEIGHT - 1 - y, 1));
		}
	}

	@Test
	void readingCanBeCancelled() throws IOException {
		final Path file = file(HEADER + size(), flat());
		assertThrows(CancellationException.class, () -> RadianceFile.read(file, new Progress() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		}));
	}
}
