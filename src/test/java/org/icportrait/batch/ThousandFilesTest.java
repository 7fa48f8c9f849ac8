package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.FreshJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of which one file in twenty is broken, each in its own way: the others are done, each broken one has its line, and the program says so. */
class ThousandFilesTest {

	/** -Dfiles=1000 for the whole. */
	private static final int FILES = Integer.getInteger("files", 100), EVERY = 20;

	@Test
	void theBrokenOnesAreNamedAndTheOthersAreDone(@TempDir final Path folder) throws Exception {
		final Path in = Files.createDirectory(folder.resolve("in")), table = folder.resolve("results.csv");
		write(in);
		final long start = System.nanoTime();
		final FreshJvm.Outcome outcome = new FreshJvm(folder).run(Main.class, "warp", in.toString(), "--yaw", "20", "--results", table.toString(), "--models", EggHead.pack()
			.toString(), "--device", "cpu", "--out", folder.resolve("out").toString());
		System.out.printf("%d files in %.0f s%n", FILES, (System.nanoTime() - start) / 1e9);
		final int broken = FILES / EVERY;
		assertEquals(Main.SOME_FAILED, outcome.exit(), outcome.text());
		assertTrue(outcome.text().contains(FILES - broken + " done, " + broken + " failed"), outcome.text());
		assertEquals(broken, outcome.text().lines().filter(line -> line.startsWith("failed: ")).count());
		final List<String> rows = Files.readAllLines(table);
		assertEquals(FILES + 1, rows.size(), "one line each");
		assertEquals(broken, rows.stream().filter(row -> row.contains(",failed,")).count());
		assertEquals(2 * (FILES - broken), CommandLineRun.names(folder.resolve("out")).size());
	}

	private static void write(final Path in) throws IOException {
		final Path whole = in.resolve("whole.png"), nobody = in.resolve("nobody.png");
		IJ.save(EggHead.one(), whole.toString());
		IJ.save(EggHead.faces(EggHead.SIDE), nobody.toString());
		final byte[] good = Files.readAllBytes(whole), empty = Files.readAllBytes(nobody);
		Files.delete(whole);
		Files.delete(nobody);
		for (int i = 0; i < FILES; i++) Files.write(in.resolve(String.format("%04d.png", i)), i % EVERY == EVERY / 2 ? broken(good, empty, i / EVERY) : good);
	}

	private static byte[] broken(final byte[] good, final byte[] nobody, final int way) {
		final byte[] changed = good.clone();
		changed[good.length / 2] ^= 1;
		return switch (way % 5) {
			case 0 -> Arrays.copyOf(good, good.length / 2);
			case 1 -> "not a picture".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
			case 2 -> changed;
			case 3 -> new byte[0];
			default -> nobody;
		};
	}
}
