package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.FreshJvm;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run goes on where an earlier one ended, however it ended, and shares its folder with others. */
class ResumeTest {

	/** -Drounds=50 for more kills. */
	private static final int ROUNDS = Integer.getInteger("rounds", 6);

	@TempDir
	Path folder;
	private CommandLineRun line;

	@BeforeEach
	void save() throws IOException {
		line = new CommandLineRun(folder);
		for (int i = 0; i < 4; i++) line.save(EggHead.one(), i + ".png");
	}

	private int resume(final String... more) {
		final List<String> arguments = new ArrayList<>(List.of("warp", folder.resolve("in").toString(), "--resume"));
		arguments.addAll(List.of(more));
		return line.run(arguments.toArray(String[]::new));
	}

	@Test
	void whatIsDoneIsLeftAlone() throws IOException {
		assertEquals(0, line.run("warp", line.in("1.png").toString(), "--yaw", "10"), line::text);
		final FileTime then = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
		Files.setLastModifiedTime(line.out("1-view.png"), then);
		assertEquals(0, resume("--yaw", "10"), line::text);
		assertTrue(line.text().contains("3 done, 1 done before, 0 failed"), line::text);
		assertEquals(then, Files.getLastModifiedTime(line.out("1-view.png")));
		assertEquals(0, resume("--yaw", "10"), line::text);
		assertTrue(line.text().contains("0 done, 4 done before, 0 failed"), line::text);
	}

	/** The hash of the request counts, and what lies there: another turn, another photograph, a changed or missing file are not done. */
	@Test
	void onlyTheSameRequestIsDone() throws IOException {
		assertEquals(0, resume("--yaw", "10"), line::text);
		Files.delete(line.out("0-view.png"));
		line.save(EggHead.faces(EggHead.SIDE, 3, 3), "1.png");
		Files.write(line.out("2-view.png"), new byte[] { 1 }, java.nio.file.StandardOpenOption.APPEND);
		assertEquals(1, resume("--yaw", "10"));
		assertTrue(line.text().contains("1 done, 1 done before, 2 failed") && line.text().contains("1-view.png is there already"), line::text);
		assertEquals(1, resume("--yaw", "20"));
		assertTrue(line.text().contains("0 done, 4 failed"), line::text);
		assertEquals(0, resume("--yaw", "20", "--overwrite"), line::text);
		assertTrue(line.text().contains("4 done, 0 failed"), line::text);
	}

	/** The box that is found in a reference is in the sidecar and not in the words; the hash knows both. */
	@Test
	void lightsOfPhotographsAreKnownAgain() throws IOException {
		final String reference = line.save(EggHead.one(), "../light.png");
		for (final String done : List.of("4 done, 0 failed", "0 done, 4 done before")) {
			assertEquals(0, line.run("relight", folder.resolve("in").toString(), "--light", "photograph", "--reference", reference, "--resume"), line::text);
			assertTrue(line.text().contains(done), line::text);
		}
	}

	@Test
	void aSeriesIsDoneWhenItsSheetIs() throws IOException {
		final String[] arguments = { "series", line.in("0.png").toString(), "--yaw", "0,10", "--lights", "keep", "--resume" };
		assertEquals(0, line.run(arguments), line::text);
		assertEquals(0, line.run(arguments), line::text);
		assertTrue(line.text().contains("0 done, 1 done before"), line::text);
		Files.delete(line.out("0-series.png"));
		Files.delete(line.out("0_yaw+10_keep.json"));
		assertEquals(0, line.run(arguments), line::text);
		assertTrue(line.text().contains("1 done, 0 failed") && Files.exists(line.out("0_yaw+10_keep.json")), line::text);
		assertEquals(1, line.run("series", line.in("0.png").toString(), "--yaw", "0,10", "--lights", "keep", "--turn", "bust", "--resume"));
		assertTrue(line.text().contains("is there already"), "another series in the same names: " + line.text());
	}

	@Test
	void aTableTellsWhatBecameOfEach() throws IOException {
		line.save(EggHead.faces(EggHead.SIDE), "9-nobody.png");
		final Path table = folder.resolve("tables/results.csv");
		assertEquals(1, resume("--results", table.toString()));
		final List<String> rows = Files.readAllLines(table);
		assertEquals("file,page,status,result,request_sha256,message", rows.get(0));
		assertEquals(6, rows.size());
		assertTrue(rows.get(1).matches(".*0\\.png,1,done,.*0-view\\.png,[0-9a-f]{64},"), rows.get(1));
		assertTrue(rows.get(5).contains("9-nobody.png,1,failed,,,") && rows.get(5).contains("No face"), rows.get(5));
		assertFalse(Files.exists(folder.resolve("tables/results.csv.part")));
		assertEquals(2, line.run("warp", line.in("0.png").toString(), "--results", table.toString()));
		assertTrue(line.text().contains("is there already"), line::text);
		assertEquals(1, resume("--results", table.toString()));
		assertTrue(Files.readAllLines(table).get(1).contains(",done before,"), "the table of the whole, anew");
	}

	@Test
	void aClaimIsHeldByOne() throws Exception {
		Files.createDirectories(folder.resolve("out"));
		try (Claims claims = Claims.in(folder.resolve("out"))) {
			final Claims.Claim first = claims.take("a");
			assertTrue(first != null && claims.take("a") == null, "taken");
			assertTrue(claims.take("b") != null, "another name is free");
			first.close();
			assertTrue(claims.take("a") != null, "given back");
		}
		org.junit.jupiter.api.Assertions.assertThrows(BadInput.class, () -> Claims.in(folder.resolve("nowhere")));
	}

	/** What a killed run was writing goes, what is being written and what is the user's stays. */
	@Test
	void leftoversOfKilledRunsGo() throws IOException {
		final Path out = Files.createDirectories(folder.resolve("out"));
		final FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
		for (final String name : List.of(".icp-0123abcd", ".lastmodified", ".icp-notours.txt")) Files.setLastModifiedTime(Files.writeString(out.resolve(name), "x"), old);
		Files.writeString(out.resolve(".icp-12345678"), "fresh");
		assertEquals(0, resume(), line::text);
		final List<String> names = CommandLineRun.names(out);
		assertFalse(names.contains(".icp-0123abcd"), names.toString());
		assertTrue(names.containsAll(List.of(".lastmodified", ".icp-notours.txt", ".icp-12345678")), names.toString());
	}

	private String[] arguments(final String... more) {
		final List<String> arguments = new ArrayList<>(List.of("warp", folder.resolve("in").toString(), "--yaw", "15", "--maps", "--resume", "--models", EggHead.pack().toString(),
			"--device", "cpu", "--out", folder.resolve("out").toString()));
		arguments.addAll(List.of(more));
		return arguments.toArray(String[]::new);
	}

	/** Two at once do each picture once, and both end well. */
	@Test
	void twoProcessesShareAFolder() throws Exception {
		for (int i = 4; i < 24; i++) line.save(EggHead.one(), i + ".png");
		final List<CompletableFuture<FreshJvm.Outcome>> both = Stream.of("a", "b").map(name -> CompletableFuture.supplyAsync(() -> {
			try {
				return new FreshJvm(Files.createDirectories(folder.resolve(name))).run(Main.class, arguments("--results", folder.resolve(name + ".csv").toString()));
			}
			catch (final IOException | InterruptedException exception) {
				throw new IllegalStateException(exception);
			}
		})).toList();
		final StringBuilder texts = new StringBuilder();
		int done = 0;
		for (int i = 0; i < 2; i++) {
			final FreshJvm.Outcome outcome = both.get(i).get(5, TimeUnit.MINUTES);
			assertEquals(0, outcome.exit(), outcome.text());
			texts.append(outcome.text());
			final List<String> rows = Files.readAllLines(folder.resolve((i == 0 ? "a" : "b") + ".csv"));
			assertEquals(25, rows.size(), "each tells of all");
			done += rows.stream().filter(row -> row.contains(",done,")).count();
		}
		assertEquals(24, done, "each was made once: " + texts);
		assertWhole(24);
	}

	/** Killed at any moment, again and again: what has its final name is whole, and a resumed run ends the work. */
	@Test
	void killedAtAnyMoment() throws Exception {
		for (int i = 4; i < 16; i++) line.save(EggHead.one(), i + ".png");
		int killed = 0, before = -1;
		for (int round = 0; round < ROUNDS; round++) {
			final Process process = new FreshJvm(Files.createDirectories(folder.resolve("jvm"))).start(Main.class, arguments());
			if (round == 0) waitForFiles(process, 1);
			else Thread.sleep(700 + 173 * round);
			if (process.destroyForcibly().waitFor() != 0) killed++;
			final int whole = assertWhole(-1);
			assertTrue(whole >= before, "nothing is lost");
			before = whole;
		}
		assertTrue(killed > 2, "only " + killed + " were killed");
		final FreshJvm.Outcome last = new FreshJvm(Files.createDirectories(folder.resolve("jvm"))).run(Main.class, arguments());
		assertEquals(0, last.exit(), last.text());
		assertWhole(16);
		assertArrayEquals((int[]) IJ.openImage(line.out("0-view.png").toString()).getProcessor().getPixels(), (int[]) IJ.openImage(line.out("15-view.png").toString())
			.getProcessor().getPixels(), "equal photographs, equal results, whichever run made them");
	}

	private void waitForFiles(final Process process, final int count) throws Exception {
		for (int i = 0; i < 600 && process.isAlive(); i++) {
			if (Files.isDirectory(folder.resolve("out")) && pictures().size() >= count) return;
			Thread.sleep(50);
		}
	}

	private List<Path> pictures() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("out"))) {
			return files.filter(file -> file.toString().endsWith("-view.png")).toList();
		}
	}

	/** Every picture, which comes last, has its sidecar and maps, each with the hash that the sidecar says. @param expected how many, or -1 */
	private int assertWhole(final int expected) throws IOException {
		if (!Files.isDirectory(folder.resolve("out"))) return 0;
		for (final Path picture : pictures()) {
			final Path sidecar = picture.resolveSibling(picture.getFileName().toString().replace(".png", ".json"));
			assertTrue(SidecarFiles.describesAll(sidecar), picture + " is not what its sidecar tells of");
		}
		if (expected >= 0) assertEquals(expected, pictures().size());
		return pictures().size();
	}
}
