package org.icportrait.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.OperatingSystemMXBean;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in under a fuzzer that is led by coverage. In {@code mvn verify} Jazzer replays the seeds, which are the corpus, and what it
 * has found before (src/test/resources/org/icportrait/fuzz/WaysInFuzzTestInputs). {@code mvn -Pfuzz test -Dfuzz=pictures -Dfuzz.seconds=3600}
 * lets it search; one way in for each run.
 */
class WaysInFuzzTest {

	/** Changed seeds of each kind that are replayed besides the sound ones. */
	private static final int CHANGED = 40;
	/** More than the limit of time that pictures have, also where Jazzer looks on; of processors, for the machine may have others to serve. */
	private static final double PATIENCE_SECONDS = 50;
	private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
	private static final Path FOLDER = folder();

	static Stream<byte[]> pictureSeeds() {
		return seeds(Corpus.pictures());
	}

	static Stream<byte[]> packSeeds() {
		return seeds(Corpus.packs());
	}

	static Stream<byte[]> sidecarSeeds() {
		return seeds(Corpus.sidecars());
	}

	static Stream<byte[]> optionSeeds() {
		return seeds(Corpus.commandLines());
	}

	static Stream<byte[]> macroSeeds() {
		return seeds(Corpus.macros());
	}

	static Stream<byte[]> radianceSeeds() {
		return seeds(Corpus.radiances());
	}

	private static Stream<byte[]> seeds(final Corpus corpus) {
		return Stream.concat(corpus.seeds().stream(), IntStream.range(0, CHANGED).mapToObj(corpus::input));
	}

	@MethodSource("pictureSeeds")
	@FuzzTest(maxDuration = "12h")
	void pictures(final byte[] bytes) {
		quietly(() -> Targets.picture(bytes, FOLDER.resolve("photo")));
	}

	@MethodSource("packSeeds")
	@FuzzTest(maxDuration = "12h")
	void packs(final byte[] bytes) {
		quietly(() -> Targets.pack(bytes, FOLDER));
	}

	@MethodSource("sidecarSeeds")
	@FuzzTest(maxDuration = "12h")
	void sidecars(final byte[] bytes) {
		quietly(() -> Targets.sidecar(bytes));
	}

	@MethodSource("optionSeeds")
	@FuzzTest(maxDuration = "12h")
	void options(final byte[] bytes) {
		quietly(() -> Targets.options(bytes));
	}

	@MethodSource("macroSeeds")
	@FuzzTest(maxDuration = "12h")
	void macros(final byte[] bytes) {
		quietly(() -> Targets.macro(bytes));
	}

	@MethodSource("radianceSeeds")
	@FuzzTest(maxDuration = "12h")
	void radiances(final byte[] bytes) {
		quietly(() -> Targets.radiance(bytes, FOLDER.resolve("sky.hdr")));
	}

	/** No trace may be shown, and nothing may take long (libFuzzer ends what never ends); Jazzer itself tells on the console what it instruments. */
	private static void quietly(final Runnable action) {
		final PrintStream before = System.err;
		final ByteArrayOutputStream errors = new ByteArrayOutputStream();
		System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
		final long start = PROCESS.getProcessCpuTime();
		try {
			action.run();
		}
		finally {
			System.setErr(before);
		}
		final double seconds = (PROCESS.getProcessCpuTime() - start) / 1e9;
		if (seconds > PATIENCE_SECONDS) throw new AssertionError("It took " + seconds + " s of processors.");
		final String printed = errors.toString(StandardCharsets.UTF_8);
		if (printed.contains("\tat ")) throw new AssertionError("It printed: " + printed);
	}

	private static Path folder() {
		try {
			final Path folder = Files.createTempDirectory("fuzz");
			folder.toFile().deleteOnExit();
			try (Stream<Path> files = Files.list(EggHead.pack())) {
				for (final Path file : files.filter(Files::isRegularFile).toList()) Files.copy(file, folder.resolve(file.getFileName()));
			}
			return folder;
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}
}
