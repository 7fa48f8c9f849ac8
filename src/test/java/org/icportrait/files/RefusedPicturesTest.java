package org.icportrait.files;

import static org.icportrait.files.TestPictures.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is no whole picture is refused with a sentence, before time and memory are spent on it. */
class RefusedPicturesTest {

	@TempDir
	Path folder;

	static void assertRefused(final String part, final Executable action) {
		final String message = assertThrows(BadInput.class, action).getMessage();
		assertTrue(message.contains(part), message);
	}

	private void assertRefused(final String part, final byte[] content) {
		assertRefused(part, () -> PictureReader.read(write(content)));
	}

	private Path write(final byte[] content) throws IOException {
		return Files.write(folder.resolve("photo.jpg"), content);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "0000001866747970686569630000000068656963; HEIC", "0000001c6674797061766966; AVIF", "ff0a00; JPEG XL",
		"0000000c4a584c200d0a870a; JPEG XL", "0000000c6a5020200d0a870a; JPEG 2000", "38425053000100000000; Photoshop", "49492a00100000004352020000; raw",
		"255044462d312e37; PDF", "00051607000200004d6163; macOS", "3c21444f43545950452068746d6c3e3c68746d6c3e; web page", "3c737667207769; SVG", "504b0304; archive",
		"68656c6c6f20776f726c64; a text", "010203; no picture of a kind that is known: export it as PNG", "00000000; zeros", "49492a00; cut off" })
	void kindsAreNamed(final String hexadecimal, final String name) {
		final byte[] content = new java.math.BigInteger("01" + hexadecimal, 16).toByteArray();
		assertRefused(name, slice(content, 1, content.length));
	}

	/** Found by the fuzzer: seconds of decoding for 72 bytes. */
	@Test
	void aSizeThatNoSuchFewBytesCanHoldIsRefusedBeforeDecoding() {
		final byte[] huge = LOSSY_WEBP.clone();
		huge[26] = 0;
		huge[27] = 0x12;
		huge[28] = 0x10;
		huge[29] = 0x25;
		assertRefused("4608 x 9488 pixels, for which its 52 bytes are too few", huge);
	}

	@Test
	void emptyAndMissingFiles() {
		assertRefused("is empty", new byte[0]);
		assertRefused("does not exist", () -> PictureReader.read(folder.resolve("none.png")));
		assertRefused("is a folder; name one file in it", () -> PictureReader.read(folder));
	}

	@Test
	void labAndRawTiffsAreNamed() {
		assertRefused("Lab colours", tiff(small(), 262, 8));
		assertRefused("raw picture", tiff(small(), 50706, 1));
	}

	/** The way out stands in the sentence. */
	@Test
	void theWayOutIsSaid() {
		assertRefused("save it as PNG, TIFF or JPEG", slice(new java.math.BigInteger("01ff0a00", 16).toByteArray(), 1, 4));
	}

	/** Half a file never counts as a picture: each kind, cut at forty places. */
	@Test
	void whatIsCutOffIsRefused() throws IOException {
		for (final byte[] file : sound()) {
			PictureReader.read(write(file));
			for (int cut = 1; cut <= 40; cut++) {
				final byte[] part = slice(file, 0, Math.min(file.length - 2, (int) ((long) file.length * cut / 41)));
				assertRefused("", part);
			}
		}
	}

	/** A JPEG that was cut and given its end mark again. */
	@Test
	void aJpegThatEndsTooEarlyIsRefused() {
		for (final boolean progressive : new boolean[] { false, true }) {
			final byte[] file = jpeg(demo(), progressive);
			assertRefused("decoder says", join(slice(file, 0, file.length / 2), new byte[] { (byte) 0xff, (byte) 0xd9 }));
		}
	}

	@Test
	void checksumsOfPngAreLookedAt() {
		final byte[] file = bytes(demo(), "png");
		file[file.length / 2] ^= 4;
		assertRefused("checksum", file);
	}

	@Test
	void sizesThatContradictThePixelsAreRefused() {
		final byte[] file = bytes(small(), "png");
		final byte[] taller = join(slice(file, 0, 8), chunk("IHDR", join(number(6), number(5), new byte[] { 8, 2, 0, 0, 0 })), slice(file, 33, file.length));
		assertRefused("6 x 5 pixels take", taller);
		final byte[] longest = join(slice(file, 0, 8), chunk("IHDR", join(number(-1), number(-1), new byte[] { 16, 6, 0, 0, 0 })), slice(file, 33, file.length));
		assertRefused("4294967295 x 4294967295 pixels", longest);
		final byte[] jpeg = jpeg(demo(), false);
		for (int i = 0; i < jpeg.length - 9; i++) if ((jpeg[i] & 255) == 0xff && (jpeg[i + 1] & 255) == 0xc0) jpeg[i + 5] = 3; // 640 becomes 896 rows
		assertRefused("decoder says", jpeg);
	}

	/** A bitmap says its length: bytes that its pixels do not account for contradict it, those behind are passed over and said. */
	@Test
	void lengthsOfBitmapsThatContradictTheirPixels() throws IOException {
		final byte[] file = bytes(demo(), "bmp");
		assertEquals(List.of(), PictureReader.read(write(file)).notes());
		final byte[] narrower = file.clone();
		narrower[18] = 0x40;
		narrower[19] = 1; // 320 for 640
		assertRefused("320 x 640 pixels end at byte " + (54 + 320 * 640 * 3), narrower);
		final byte[] says = file.clone();
		says[4] = 0;
		assertRefused("640 x 640 pixels end at byte " + file.length, says);
		assertEquals(List.of("its header says that it has " + file.length + " bytes, and it has " + (file.length + 3)), PictureReader.read(write(join(file, "and".getBytes()))).notes());
	}

	/** By the rules of PNM nothing follows its pixels but more pictures. */
	@Test
	void whatFollowsThePixelsOfAPnm() throws IOException {
		final byte[] file = join("P6 4 2 255\n".getBytes(), new byte[24]), lone = join("P7\nWIDTH 4\nHEIGHT 2\nDEPTH 3\nMAXVAL 255\nTUPLTYPE RGB\nENDHDR\n".getBytes(), new byte[24]);
		assertEquals(List.of(), PictureReader.read(write(join(file, "\n".getBytes()))).notes());
		assertEquals(List.of("it holds more pictures after the first one, which are passed over"), PictureReader.read(write(join(file, file))).notes());
		assertRefused("its pixels take 24 bytes, and it has 3 more", join(file, "and".getBytes()));
		assertRefused("its pixels take 24 bytes, and it has 24 more", join(lone, new byte[24]));
		assertEquals(List.of(), PictureReader.read(write("P2 2 1 9\n1 12\n".getBytes())).notes());
		assertRefused("more stands behind its pixels", "P2 2 1 9\n1 2 3".getBytes());
		assertEquals(List.of("what stands behind its last pixel is passed over"), PictureReader.read(write("P1 2 1\n10 by hand".getBytes())).notes());
	}

	@Test
	void aTiffWithMorePixelsThanItsSizeIsRefused() throws IOException {
		assertRefused("its pixels take 36 bytes, and 72 are there", withNumber(tiff(small(), 305, 0), 257, 2));
		PictureReader.read(write(withNumber(tiff(small(), 305, 0), 279, 72)));
		final byte[] padded = join(withNumber(tiff(small(), 305, 0), 279, 74), new byte[2]);
		PictureReader.read(write(padded));
	}

	/** @param tiff with numbers of four bytes, the highest first */
	private static byte[] withNumber(final byte[] tiff, final int tag, final int value) {
		for (int at = 10; at < tiff.length - 12; at += 12) if ((tiff[at] & 255) == tag >> 8 && (tiff[at + 1] & 255) == (tag & 255)) System.arraycopy(number(value), 0, tiff, at + 8, 4);
		return tiff;
	}

	/** Size from the header first: none of these may be decoded, and they take no time. */
	@Test
	@Timeout(20)
	void hugePicturesAreRefusedBeforeTheyAreDecoded() {
		final byte[] jpeg = jpeg(demo(), true);
		for (int i = 0; i < jpeg.length - 9; i++) {
			if ((jpeg[i] & 255) != 0xff || (jpeg[i + 1] & 255) != 0xc2) continue;
			jpeg[i + 5] = jpeg[i + 7] = (byte) 234; // 60,000 x 60,000
		}
		assertRefused("at most", jpeg);
		final byte[] bitmap = bytes(demo(), "bmp");
		bitmap[20] = 100;
		bitmap[24] = 100;
		assertRefused("cut off", bitmap);
		assertRefused("cut off", "P6 99999999 99999999 255\n".getBytes());
	}

	@Test
	@Timeout(20)
	void directoriesInACircleEnd() {
		final byte[] head = { 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0, 0, 0, 0, 8 };
		assertRefused("circle", head);
	}

	/** Bytes changed at random: refused, or a picture of the size that it says; never another exception, never a trace on the console. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	@Timeout(300)
	void damagedFilesNeverBreakTheReader(final int seed) throws IOException {
		final Random random = new Random(seed);
		final PrintStream before = System.err;
		final ByteArrayOutputStream errors = new ByteArrayOutputStream();
		System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
		try {
			for (final byte[] file : sound()) for (int i = 0; i < 12; i++) {
				final byte[] damaged = file.clone();
				for (int k = 0; k <= i; k++) damaged[random.nextInt(i % 2 == 0 ? Math.min(200, damaged.length) : damaged.length)] = (byte) random.nextInt();
				try {
					PictureReader.read(write(damaged));
				}
				catch (final BadInput expected) {
					assertTrue(expected.getMessage().startsWith("The file ") || expected.getMessage().startsWith("The picture ") || expected.getMessage().startsWith("A picture "),
						expected.getMessage());
				}
			}
		}
		finally {
			System.setErr(before);
		}
		assertEquals("", errors.toString(StandardCharsets.UTF_8));
	}
}
