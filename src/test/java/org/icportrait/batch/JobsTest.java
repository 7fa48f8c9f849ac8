package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several photographs at once give what one after the other gives, in the same order, and share the heap. */
@Timeout(120)
class JobsTest {

	/** The first job waits for the last: told in order all the same, and only possible at once. */
	@Test
	void jobsGoOnAtOnceAndAreToldInOrder() {
		final CountDownLatch last = new CountDownLatch(1);
		final List<String> told = new ArrayList<>();
		Jobs.run(List.of(0, 1, 2), 3, item -> {
			if (item == 2) last.countDown();
			return item == 0 && !within(last) ? "alone" : "done";
		}, (item, outcome) -> told.add(item + " " + outcome));
		assertEquals(List.of("0 done", "1 done", "2 done"), told);
	}

	@Test
	void neverMoreAtOnceThanAskedFor() {
		final CountDownLatch third = new CountDownLatch(3);
		final List<Boolean> met = new ArrayList<>();
		Jobs.run(List.of(0, 1, 2, 3), 2, item -> {
			third.countDown();
			return item < 2 && third.getCount() > 0 && await(third, 200);
		}, (item, outcome) -> met.add(outcome));
		assertFalse(met.get(0) && met.get(1), "the third began while both waited");
	}

	/** However many there are, few are held. */
	@Test
	void itemsAreTakenAsTheyAreNeeded() {
		final int[] taken = new int[1], told = new int[1], most = new int[1];
		final Iterable<Integer> items = () -> IntStream.range(0, 5000).map(i -> {
			most[0] = Math.max(most[0], ++taken[0] - told[0]);
			return i;
		}).iterator();
		Jobs.run(items, 3, item -> item, (item, outcome) -> assertEquals(told[0]++, outcome));
		assertEquals(5000, told[0]);
		assertTrue(most[0] <= 40, most[0] + " were held");
	}

	@Test
	void whatAJobThrowsEndsTheRun() {
		for (final int atOnce : new int[] { 1, 2 }) {
			final List<Integer> told = new ArrayList<>();
			assertThrows(IllegalStateException.class, () -> Jobs.run(List.of(0, 1, 2), atOnce, item -> {
				if (item == 1) throw new IllegalStateException();
				return item;
			}, (item, outcome) -> told.add(item)));
			assertEquals(List.of(0), told);
		}
	}

	@Test
	void theHeapIsShared() throws Exception {
		final HeapShare heap = new HeapShare(100);
		final HeapShare.Taken first = heap.take(60);
		final HeapShare.Taken small = heap.take(40);
		final CompletableFuture<HeapShare.Taken> huge = CompletableFuture.supplyAsync(() -> heap.take(500));
		Thread.sleep(100);
		assertFalse(huge.isDone());
		first.close();
		Thread.sleep(100);
		assertFalse(huge.isDone(), "it waits until it is alone");
		small.close();
		huge.get(20, TimeUnit.SECONDS).close();
		heap.take(100).close();
	}

	@Test
	void resultsEqualTheSerialOnesToTheBit(@TempDir final Path folder) throws IOException {
		final CommandLineRun line = new CommandLineRun(folder);
		for (int i = 0; i < 12; i++) line.save(EggHead.faces(EggHead.SIDE, i % 6 + 1, i / 6 + 2), i + ".png");
		final List<List<String>> printed = new ArrayList<>();
		for (final String jobs : new String[] { "1", "4" }) {
			final Path out = folder.resolve("jobs" + jobs);
			assertEquals(0, line.run("generate", folder.resolve("in").toString(), "--yaw", "20", "--light", "key left", "--jobs", jobs, "--out", out.toString()),
				line::text);
			printed.add(line.text().lines().filter(text -> text.endsWith(".png")).map(text -> Path.of(text).getFileName().toString()).toList());
		}
		assertEquals(12, printed.get(0).size());
		assertEquals(printed.get(0), printed.get(1));
		for (final String name : CommandLineRun.names(folder.resolve("jobs1"))) {
			assertArrayEquals(Files.readAllBytes(folder.resolve("jobs1").resolve(name)), Files.readAllBytes(folder.resolve("jobs4").resolve(name)), name);
		}
		assertEquals(CommandLineRun.names(folder.resolve("jobs1")), CommandLineRun.names(folder.resolve("jobs4")));
	}

	/** Same names of different folders are numbered by their order, not by who is first done. */
	@Test
	void namesDoNotDependOnWhoIsFirst(@TempDir final Path folder) throws IOException {
		final CommandLineRun line = new CommandLineRun(folder);
		final List<String> arguments = new ArrayList<>(List.of("analyze", "--jobs", "4"));
		for (int i = 0; i < 6; i++) arguments.add(line.save(EggHead.faces(EggHead.SIDE, i + 1, 3), i + "/same.png"));
		assertEquals(0, line.run(arguments.toArray(String[]::new)), line::text);
		final List<Double> places = IntStream.range(0, 6).mapToObj(i -> x(line.out("same-analyzed" + (i == 0 ? "" : "-" + (i + 1)) + ".json"))).toList();
		assertEquals(places.stream().sorted().toList(), places);
	}

	private static double x(final Path sidecar) {
		try {
			final String text = Files.readString(sidecar);
			assertTrue(text.contains("\"x\": "), text);
			return Double.parseDouble(text.substring(text.indexOf("\"x\": ") + 5).split(",")[0]);
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private static boolean within(final CountDownLatch latch) {
		return await(latch, 20_000);
	}

	private static boolean await(final CountDownLatch latch, final int milliseconds) {
		try {
			return latch.await(milliseconds, TimeUnit.MILLISECONDS);
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
