package org.icportrait.files;

import static org.icportrait.files.RefusedPicturesTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImageStack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TIFFs as programs lay them out, which one reader or the other takes wrongly: packed differences, short strips, tiles, real numbers. */
class TiffLayoutsTest {

	private static final int SIDE = 16, BITS = 258, PACKING = 259, COLOUR = 262, STRIPS = 273, SAMPLES = 277, ROWS = 278, STRIP_BYTES = 279, PREDICTOR = 317, TILES = 324,
		TILE_BYTES = 325, EXTRA = 338, FORMAT = 339;

	@TempDir
	Path folder;
	private final Map<Integer, int[]> tags = new TreeMap<>();

	/** As Photoshop and Lightroom write photographs of 16 bits by themselves. ImageJ refuses them. */
	@Test
	void packedDifferencesOfDeepColours() throws IOException {
		final short[] levels = new short[SIDE * SIDE * 3];
		for (int i = 0; i < levels.length; i++) levels[i] = (short) (i * 977);
		picture(16, 3, 2, 1);
		set(PACKING, 8);
		set(PREDICTOR, 2);
		final ImageStack read = PictureReader.read(write(STRIPS, STRIP_BYTES, packed(differences(levels)))).image().getStack();
		for (int i = 0; i < levels.length; i++) assertEquals(levels[i] & 0xffff, read.getProcessor(1 + i % 3).get(i / 3), "number " + i);
	}

	/** The last strip has as many rows as are left; with a profile or transparency another reader than ImageJ's takes the file. */
	@Test
	void theLastStripMayBeShort() throws IOException {
		final byte[][] strips = new byte[4][];
		for (int s = 0; s < strips.length; s++) {
			strips[s] = new byte[(s == 3 ? 1 : 5) * SIDE * 4];
			for (int i = 0; i < strips[s].length; i++) strips[s][i] = (byte) (i % 4 == 3 ? 255 : 20 + s);
		}
		picture(8, 4, 2, 1);
		set(EXTRA, 2);
		set(ROWS, 5);
		final OpenedPicture read = PictureReader.read(write(STRIPS, STRIP_BYTES, strips));
		for (int y = 0; y < SIDE; y++) assertEquals(0x010101 * (20 + y / 5), read.image().getProcessor().get(3, y) & 0xffffff, "row " + y);
		strips[3] = new byte[SIDE * 4 - 1];
		assertRefused("its pixels take", () -> PictureReader.read(write(STRIPS, STRIP_BYTES, strips)));
	}

	/** Tiles are always whole. */
	@Test
	void aTileThatIsTooShortIsRefused() throws IOException {
		picture(8, 1, 1, 1);
		tags.remove(ROWS);
		set(322, SIDE);
		set(323, SIDE);
		final byte[] tile = new byte[SIDE * SIDE];
		Arrays.fill(tile, (byte) 77);
		assertEquals(77, PictureReader.read(write(TILES, TILE_BYTES, tile)).image().getProcessor().get(8, 8));
		assertRefused("a tile takes 256 bytes, and 255 are there", () -> PictureReader.read(write(TILES, TILE_BYTES, Arrays.copyOf(tile, 255))));
	}

	/** No reader gives what is in them: ImageJ's takes packed differences for numbers, the other one takes all above 1 for 1. */
	@Test
	void realNumbersThatWouldBeReadWronglyAreNamed() throws IOException {
		final ByteBuffer numbers = ByteBuffer.allocate(SIDE * SIDE * 4);
		for (int i = 0; i < SIDE * SIDE; i++) numbers.putFloat(i / 3f);
		picture(32, 1, 1, 3);
		assertEquals(85, PictureReader.read(write(STRIPS, STRIP_BYTES, numbers.array())).image().getProcessor().getf(255));
		set(PACKING, 8);
		set(PREDICTOR, 3);
		assertRefused("real numbers that are packed, in tiles or not of 32 bits, which is not read: save it without compression", () -> PictureReader.read(write(STRIPS,
			STRIP_BYTES, packed(numbers.array()))));
		picture(64, 1, 1, 3);
		assertRefused("not of 32 bits", () -> PictureReader.read(write(STRIPS, STRIP_BYTES, new byte[SIDE * SIDE * 8])));
		picture(32, 3, 2, 3);
		assertRefused("whose colours are real numbers, which is not read: save it with 8 or 16 bits", () -> PictureReader.read(write(STRIPS, STRIP_BYTES, new byte[SIDE *
			SIDE * 12])));
	}

	private void picture(final int bits, final int samples, final int colour, final int format) {
		tags.clear();
		set(256, SIDE);
		set(257, SIDE);
		tags.put(BITS, each(samples, bits));
		set(PACKING, 1);
		set(COLOUR, colour);
		set(SAMPLES, samples);
		set(ROWS, SIDE);
		tags.put(FORMAT, each(samples, format));
	}

	private void set(final int tag, final int value) {
		tags.put(tag, new int[] { value });
	}

	private static int[] each(final int samples, final int value) {
		final int[] all = new int[samples];
		Arrays.fill(all, value);
		return all;
	}

	/** Each row's numbers but the first pixel's less those of the pixel before. */
	private static byte[] differences(final short[] levels) {
		final ByteBuffer out = ByteBuffer.allocate(2 * levels.length);
		for (int i = 0; i < levels.length; i++) out.putShort((short) (levels[i] - (i % (3 * SIDE) < 3 ? 0 : levels[i - 3])));
		return out.array();
	}

	private static byte[] packed(final byte[] bytes) {
		final Deflater deflater = new Deflater();
		deflater.setInput(bytes);
		deflater.finish();
		final byte[] out = new byte[2 * bytes.length + 64];
		return Arrays.copyOf(out, deflater.deflate(out));
	}

	/** The parts come first, then lists, then the directory; all numbers have four bytes, the highest first. */
	private Path write(final int places, final int lengths, final byte[]... parts) throws IOException {
		final ByteBuffer out = ByteBuffer.allocate(1 << 16).putInt(0x4d4d002a).putInt(0);
		final List<Integer> at = new ArrayList<>();
		for (final byte[] part : parts) {
			at.add(out.position());
			out.put(part);
		}
		tags.put(places, at.stream().mapToInt(Integer::intValue).toArray());
		tags.put(lengths, Arrays.stream(parts).mapToInt(part -> part.length).toArray());
		final Map<Integer, Integer> lists = new TreeMap<>();
		tags.forEach((tag, values) -> {
			if (values.length > 1) lists.put(tag, out.position());
			if (values.length > 1) for (final int value : values) out.putInt(value);
		});
		out.putInt(4, out.position()).putShort((short) tags.size());
		tags.forEach((tag, values) -> out.putShort((short) (int) tag).putShort((short) 4).putInt(values.length).putInt(lists.getOrDefault(tag, values[0])));
		return Files.write(folder.resolve("photo.tif"), Arrays.copyOf(out.array(), out.putInt(0).position()));
	}
}
