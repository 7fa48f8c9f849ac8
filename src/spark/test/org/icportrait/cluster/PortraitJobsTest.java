package org.icportrait.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import ij.IJ;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

/** A whole run by Spark's local mode: two threads, three tries a task. */
class PortraitJobsTest {

	@TempDir
	Path folder;

	/** Local files under another scheme, each of which fails when it is first opened. */
	public static final class Flaky extends RawLocalFileSystem {

		static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
		static final AtomicInteger FAULTS = new AtomicInteger();

		@Override
		public URI getUri() {
			return URI.create("flaky:///");
		}

		@Override
		public FSDataInputStream open(final org.apache.hadoop.fs.Path path, final int buffer) throws IOException {
			if (SEEN.add(path.toUri().getPath())) {
				FAULTS.incrementAndGet();
				throw new IOException("The network went away.");
			}
			return super.open(path, buffer);
		}
	}

	@BeforeEach
	void configure() {
		System.setProperty("spark.master", "local[2,9]");
		System.setProperty("spark.ui.enabled", "false");
		System.setProperty("spark.driver.host", "localhost");
		System.setProperty("spark.hadoop.fs.flaky.impl", Flaky.class.getName());
		System.setProperty("spark.sql.warehouse.dir", folder.resolve("warehouse").toUri().toString());
	}

	@AfterEach
	void clear() {
		for (final String key : List.of("spark.master", "spark.ui.enabled", "spark.driver.host", "spark.hadoop.fs.flaky.impl", "spark.sql.warehouse.dir")) System.clearProperty(key);
	}

	private String photograph(final String name) throws IOException {
		final Path file = Files.createDirectories(folder.resolve("in")).resolve(name);
		IJ.save(EggHead.one(), file.toString());
		return file.toUri().toString().replaceFirst("^file:/*", "file:///");
	}

	private int run(final String table, final String results, final String... more) throws IOException {
		Files.writeString(folder.resolve("jobs.csv"), table);
		final List<String> all = new ArrayList<>(List.of("--manifest", folder.resolve("jobs.csv").toUri().toString(), "--out", folder.resolve("out").toUri().toString(),
			"--results", folder.resolve(results).toUri().toString(), "--partitions", "3"));
		all.addAll(List.of(more));
		all.addAll(List.of("--models", EggHead.pack().toString(), "--device", "cpu"));
		return new CommandLine(new PortraitJobs()).setStopAtPositional(true).execute(all.toArray(String[]::new));
	}

	private List<String> rows(final String results) throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve(results))) {
			final List<String> rows = new ArrayList<>();
			for (final Path part : files.filter(file -> file.toString().endsWith(".csv")).toList()) rows.addAll(Files.readAllLines(part).stream().skip(1).toList());
			return rows.stream().sorted().toList();
		}
	}

	private List<String> written() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("out"))) {
			return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".crc")).sorted().toList();
		}
	}

	@Test
	void rowsAreDoneByOneEngineAndResultsAreATable() throws IOException {
		final int opened = ExecutorEngine.OPENED.get();
		final String a = photograph("a.png"), b = photograph("b.png");
		Files.writeString(folder.resolve("in/broken.png"), "not a picture");
		final String table = "file,name,yaw\n" + a + ",,20\n" + a + ",again,-5\n" + b + ",,\n" + a.replace("a.png", "broken.png") + ",,\n" + a.replace("a.png", "missing.png") + ",,\n";
		assertEquals(1, run(table, "results", "generate", "--yaw", "7"));
		assertEquals(opened + 1, ExecutorEngine.OPENED.get(), "one engine for three tasks on two threads");
		assertEquals(List.of("a-portrait.json", "a-portrait.png", "again-portrait.json", "again-portrait.png", "b-portrait.json", "b-portrait.png"), written());
		assertEquals(5, rows("results").size());
		assertEquals(2, rows("results").stream().filter(row -> row.contains(",failed,")).count(), rows("results")::toString);
		final String sidecar = Files.readString(folder.resolve("out/b-portrait.json"));
		assertEquals(7, JsonParser.parseString(sidecar).getAsJsonObject().getAsJsonObject("request").getAsJsonObject("view").get("yaw").getAsDouble());
		assertTrue(sidecar.contains("\"path\": \"" + b + "\""), "the source is its URI");
		assertEquals(1, run(table, "results-2", "generate", "--yaw", "7"));
		assertEquals(3, rows("results-2").stream().filter(row -> row.contains(",done before,")).count(), rows("results-2")::toString);
	}

	/** Storage that fails is another try's matter, and what an earlier try wrote is not written twice. */
	@Test
	void aTaskThatFailsIsTriedAgain() throws IOException {
		Flaky.SEEN.clear();
		Flaky.FAULTS.set(0);
		final StringBuilder table = new StringBuilder("file\n");
		for (int i = 0; i < 4; i++) table.append(photograph("p" + i + ".png").replace("file:", "flaky:")).append('\n');
		assertEquals(0, run(table.toString(), "results", "warp", "--yaw", "10"));
		assertEquals(4, Flaky.FAULTS.get());
		assertEquals(8, written().size(), written()::toString);
		assertTrue(rows("results").stream().allMatch(row -> row.contains(",done")), rows("results")::toString);
	}

	@Test
	void wrongOptionsAndColumnsAreUsage() throws IOException {
		assertEquals(2, run("file\nx\n", "results", "generate", "--yaw", "91"));
		assertEquals(2, run("file,moon\nx,1\n", "results", "generate"));
		assertEquals(2, run("yaw\n1\n", "results", "generate"));
		assertEquals(2, run("file\nx\n", "results", "series"));
	}
}
