package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.icportrait.files.PictureReader;
import org.icportrait.work.ShortOfMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourcesTest {

	private static final int WIDTH = 8_000, HEADER = 54;

	@TempDir
	Path folder;

	/** A BMP whose pixels are a hole in the file. */
	private Path bitmap(final int height) throws IOException {
		final Path file = folder.resolve("large.bmp");
		final int length = 3 * WIDTH * height;
		final ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN).put("BM".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER + length).putInt(0)
			.putInt(HEADER).putInt(40).putInt(WIDTH).putInt(height).putShort((short) 1).putShort((short) 24);
		try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
			out.write(header.array());
			out.setLength(HEADER + length);
		}
		return file;
	}

	/** Its pixels would fit, and what is to be made of them not. */
	@Test
	void memoryForAPortraitIsAskedForBeforeThePhotographIsDecoded() throws IOException {
		final int height = (int) Math.min(14_000, Runtime.getRuntime().maxMemory() / 100 / WIDTH);
		final Path file = bitmap(height);
		assertTrue(PictureReader.size(file).height == height);
		final String sentence = assertThrows(ShortOfMemory.class, () -> FileSources.photograph(file, 1)).getMessage();
		assertTrue(sentence.startsWith("A picture of " + WIDTH + " x " + height + " pixels needs "), sentence);
	}
}
