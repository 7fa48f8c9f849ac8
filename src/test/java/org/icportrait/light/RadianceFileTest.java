package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
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
}
