package org.icportrait.quality;

import java.nio.file.Path;

import org.icportrait.face.FaceChoice;
import org.icportrait.image.Picture;
import org.icportrait.light.LightPreset;
import org.icportrait.light.LightReading;
import org.icportrait.portrait.EngineOptions;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Scene;
import org.icportrait.portrait.TurnedPortrait;
import org.icportrait.work.Progress;

/** Times of the whole pipeline as a user meets it: medians after warm-up, and the ceiling of memory. */
final class TimeQuality {

	private static final int WARM_UP = 6, RUNS = 9;
	/** Pictures after which the compiler of the virtual machine has little left to do, as in a series and in Portrait Studio. */
	private static final int SETTLED = 100;

	private TimeQuality() {}

	private interface Work {
		void run() throws Exception;
	}

	/** @param photograph a portrait; it is scaled to squares of 512 and 2048 px */
	static String measure(final Path pack, final Picture photograph) throws Exception {
		final long start = System.nanoTime();
		final PortraitEngine engine = PortraitEngine.open(new EngineOptions(pack, EngineOptions.DEFAULT.device(), null));
		final double load = (System.nanoTime() - start) / 1e6;
		final StringBuilder out = new StringBuilder(String.format("load: %.0f ms (first use in a new JVM)%n%n| ms, median of %d | 512 px | 2048 px |%n|---|---|---|%n", load, RUNS));
		final double[] small = times(engine, scale(photograph, 512)), large = times(engine, scale(photograph, 2048));
		final String[] names = { "find", "find and read the surface", "warp + relight of an analysed portrait", "each further light of a view", "whole job after loading" };
		for (int i = 0; i < names.length; i++) out.append(String.format("| %s | %.1f | %.1f |%n", names[i], small[i], large[i]));
		System.gc();
		final Runtime runtime = Runtime.getRuntime();
		out.append(String.format("%nload of the machine: %.1f on %d cores; heap in use at the end %.0f MB; peak of the process: %s%n", loadAverage(),
			runtime.availableProcessors(), (runtime.totalMemory() - runtime.freeMemory()) / 1e6, peak()));
		out.append(settled(engine, scale(photograph, 512)));
		engine.close();
		return out.toString();
	}

	private static double[] times(final PortraitEngine engine, final Picture picture) throws Exception {
		final LightReading left = LightReading.of(LightPreset.KEY_LEFT.light(), 1);
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(20, 0, 0)).withLight(left);
		final Person ready = Person.of(engine.analyze(picture, FaceChoice.largest(), Progress.NONE));
		engine.make(ready, scene, Progress.NONE);
		final TurnedPortrait turned = engine.turn(ready, scene, Progress.NONE);
		return new double[] { time(() -> engine.findFaces(picture, Progress.NONE)), time(() -> engine.analyze(picture, FaceChoice.largest(), Progress.NONE)),
			time(() -> engine.make(ready, scene, Progress.NONE)), time(() -> engine.light(turned, left, Progress.NONE)),
			time(() -> engine.make(Person.of(engine.analyze(picture, FaceChoice.largest(), Progress.NONE)), scene, Progress.NONE)) };
	}

	private static String settled(final PortraitEngine engine, final Picture picture) throws Exception {
		final LightReading left = LightReading.of(LightPreset.KEY_LEFT.light(), 1);
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(20, 0, 0)).withLight(left);
		final Person ready = Person.of(engine.analyze(picture, FaceChoice.largest(), Progress.NONE));
		final TurnedPortrait turned = engine.turn(ready, scene, Progress.NONE);
		return String.format("%n%d pictures later, %d px: warp + relight %.1f ms, a further light %.1f ms%n", SETTLED, picture.width(),
			time(SETTLED, () -> engine.make(ready, scene, Progress.NONE)), time(SETTLED, () -> engine.light(turned, left, Progress.NONE)));
	}

	private static double time(final Work work) throws Exception {
		return time(WARM_UP, work);
	}

	private static double time(final int before, final Work work) throws Exception {
		final double[] runs = new double[RUNS];
		for (int i = -before; i < RUNS; i++) {
			final long start = System.nanoTime();
			work.run();
			if (i >= 0) runs[i] = (System.nanoTime() - start) / 1e6;
		}
		return Statistics.median(runs);
	}

	private static Picture scale(final Picture picture, final int side) {
		final Picture out = new Picture(side, side, 3);
		for (int c = 0; c < 3; c++) {
			for (int y = 0; y < side; y++) {
				for (int x = 0; x < side; x++) {
					out.set(x, y, c, picture.sample((x + 0.5) * picture.width() / side, (y + 0.5) * picture.height() / side, c));
				}
			}
		}
		return out;
	}

	private static double loadAverage() {
		return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
	}

	private static String peak() {
		try {
			return java.nio.file.Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmHWM")).findFirst().orElse("unknown");
		}
		catch (final java.io.IOException e) {
			return "unknown on this system";
		}
	}
}
