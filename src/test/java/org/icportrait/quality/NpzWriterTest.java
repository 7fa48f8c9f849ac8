package org.icportrait.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is read as NumPy's format says. */
class NpzWriterTest {

	@TempDir
	Path folder;

	@Test
	void rowsComeBackRoundedAndClipped() throws IOException {
		final NpzWriter writer = new NpzWriter();
		writer.bytes("shares", new float[] { -3, 0.4f, 254.6f, 300 }, 2, 2);
		writer.bytes("shares", new float[] { 1, 2, 3, 4 }, 2, 2);
		writer.shorts("places", new float[] { -0.5f, 0.25f, 9 }, 4096, 3);
		writer.number("turned", -12.5f);
		final Path file = folder.resolve("pairs.npz");
		writer.write(file);
		try (Npz npz = new Npz(file)) {
			assertArrayEquals(new int[] { 2, 2, 2 }, npz.array("shares").shape);
			assertArrayEquals(new float[] { 0, 0, 255, 255 }, npz.array("shares").row(0));
			assertArrayEquals(new float[] { 1, 2, 3, 4 }, npz.array("shares").row(1));
			assertArrayEquals(new float[] { -2048, 1024, 32767 }, npz.array("places").row(0));
			assertArrayEquals(new int[] { 1 }, npz.array("turned").shape);
			assertEquals(-12.5f, npz.array("turned").row(0)[0]);
		}
	}

	@Test
	void nothingButTheWholeFileIsLeft() throws IOException {
		final NpzWriter writer = new NpzWriter();
		writer.number("one", 1);
		writer.write(folder.resolve("one.npz"));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of("one.npz"), files.map(f -> f.getFileName().toString()).toList());
		}
	}
}
