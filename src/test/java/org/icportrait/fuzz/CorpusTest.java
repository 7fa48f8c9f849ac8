package org.icportrait.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bad inputs by the thousand: no crash, no hang, no trace on the console. {@code -Dfuzz.inputs=10000} replays more of each kind than the
 * everyday run does.
 */
class CorpusTest {

	private static final int INPUTS = Integer.getInteger("fuzz.inputs", 300);
	/** Far more than any needs on a busy machine. */
	private static final double PATIENCE_SECONDS = 30;

	@TempDir
	Path folder;

	@Test
	void pictures() {
		replay(Corpus.pictures(), bytes -> Targets.picture(bytes, folder.resolve("photo")));
	}

	@Test
	void packs() throws IOException {
		try (Stream<Path> files = Files.list(EggHead.pack())) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
		}
		final Corpus corpus = Corpus.packs();
		assertTrue(Targets.pack(corpus.seeds().get(0), folder), "the sound pack opens");
		replayBad(corpus, bytes -> Targets.pack(bytes, folder));
	}

	@Test
	void sidecars() {
		replay(Corpus.sidecars(), Targets::sidecar);
	}

	@Test
	void options() {
		replay(Corpus.commandLines(), Targets::options);
	}

	@Test
	void macros() {
		replay(Corpus.macros(), Targets::macro);
	}

	@Test
	void radiances() {
		replay(Corpus.radiances(), bytes -> Targets.radiance(bytes, folder.resolve("sky.hdr")));
	}

	private void replay(final Corpus corpus, final Predicate<byte[]> target) {
		for (final byte[] seed : corpus.seeds()) assertTrue(target.test(seed), () -> "a sound input is refused: " + new String(seed, StandardCharsets.ISO_8859_1));
		replayBad(corpus, target);
	}

	private static void replayBad(final Corpus corpus, final Predicate<byte[]> target) {
		final PrintStream before = System.err;
		final ByteArrayOutputStream errors = new ByteArrayOutputStream();
		System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
		int refused = 0;
		final long start = System.nanoTime();
		double longest = 0;
		try {
			for (int i = 0; i < INPUTS; i++) {
				final long one = System.nanoTime();
				if (!end(corpus, i, target)) refused++;
				longest = Math.max(longest, (System.nanoTime() - one) / 1e9);
			}
		}
		finally {
			System.setErr(before);
		}
		assertEquals("", errors.toString(StandardCharsets.UTF_8));
		if (INPUTS > 1000) System.out.printf(Locale.ROOT, "%d inputs: %d refused, %.1f s, the longest %.2f s%n", INPUTS, refused, (System.nanoTime() - start) / 1e9, longest);
		assertTrue(refused > INPUTS / 10, "only " + refused + " of " + INPUTS + " were bad: the corpus is too tame");
	}

	private static boolean end(final Corpus corpus, final int number, final Predicate<byte[]> target) {
		final long start = System.nanoTime();
		try {
			return target.test(corpus.input(number));
		}
		catch (final Throwable fault) {
			throw new AssertionError("input " + number + " is a fault", fault);
		}
		finally {
			final double seconds = (System.nanoTime() - start) / 1e9;
			if (seconds > PATIENCE_SECONDS) throw new AssertionError("input " + number + " took " + seconds + " s");
		}
	}
}
