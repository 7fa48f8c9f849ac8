package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.FreshJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

/** A batch of any length needs what a short one needs: heap after garbage collection, direct buffers, and all else that is native. */
class BatchMemoryTest {

	/** -Dpictures=200, say, for more. */
	private static final int LAST = Integer.getInteger("pictures", 60), FIRST = LAST / 4;
	private static final double HEAP_MB = 3, DIRECT_MB = 0.1, PROCESS_MB = 40;

	@Test
	void manyPicturesNeedWhatFewNeed(@TempDir final Path folder) throws Exception {
		final List<String> arguments = new ArrayList<>(List.of("warp", "--yaw", "15", "--models", EggHead.pack().toString(), "--device", "cpu", "--jobs", "1",
			"--out", folder.resolve("out").toString()));
		final Path first = Files.createDirectory(folder.resolve("in")).resolve("0.png");
		IJ.save(EggHead.faces(512, 4, 3), first.toString());
		for (int i = 1; i < LAST; i++) arguments.add(Files.copy(first, folder.resolve("in").resolve(i + ".png")).toString());
		arguments.add(first.toString());
		// The heap has its size from the start, so that the process grows by native memory alone.
		final FreshJvm.Outcome outcome = new FreshJvm(folder).with("-Xms512m", "-XX:+AlwaysPreTouch", "-Dpictures=" + LAST).run(BatchMemoryTest.class, arguments.toArray(
			String[]::new));
		assertTrue(outcome.text().contains(LAST + " done, 0 failed"), outcome.text());
		final List<double[]> figures = outcome.text().lines().filter(line -> line.startsWith("memory ")).map(line -> Arrays.stream(line.substring(7).split(
			" ")).mapToDouble(Double::parseDouble).toArray()).toList();
		assertEquals(2, figures.size());
		assertEquals(figures.get(0)[0], figures.get(1)[0], HEAP_MB, outcome.text());
		assertEquals(figures.get(0)[1], figures.get(1)[1], DIRECT_MB, outcome.text());
		assertTrue(figures.get(1)[2] - figures.get(0)[2] < PROCESS_MB, outcome.text());
	}

	/** Runs the command line and prints the memory after the first {@link #FIRST} pictures and after {@link #LAST}, MB: heap, direct, process. */
	public static void main(final String... arguments) {
		System.setProperty("java.awt.headless", "true");
		final CommandLine line = Main.commandLine();
		final int[] written = new int[1];
		line.setOut(new PrintWriter(new Writer() {

			@Override
			public void write(final char[] text, final int from, final int length) {
				final String line = new String(text, from, length);
				System.out.print(line);
				if (line.endsWith(".png") && (++written[0] == FIRST || written[0] == LAST)) System.out.println("\nmemory " + memory());
			}

			@Override
			public void flush() {
				System.out.flush();
			}

			@Override
			public void close() {}
		}));
		System.exit(line.execute(arguments));
	}

	private static String memory() {
		for (int i = 0; i < 3; i++) System.gc();
		final Runtime runtime = Runtime.getRuntime();
		final double direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream().filter(pool -> pool.getName().equals("direct"))
			.mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
		return (runtime.totalMemory() - runtime.freeMemory()) / 1e6 + " " + direct / 1e6 + " " + process();
	}

	/** Resident memory; 0 where the system does not tell. */
	private static double process() {
		try {
			return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS")).mapToDouble(line -> Double.parseDouble(
				line.replaceAll("\\D", "")) / 1e3).findFirst().orElse(0);
		}
		catch (final IOException e) {
			return 0;
		}
	}
}
