package org.icportrait.studio;

import ij.ImagePlus;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.icportrait.face.FaceChoice;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelFormat;
import org.icportrait.portrait.EngineOptions;
import org.icportrait.portrait.Generator;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.view.Detail;
import org.icportrait.work.Progress;

/**
 * Measures how many pictures a second the studio makes of the sample portrait, turning and lighting, at each of its sizes, as drafts and in full
 * detail:
 *
 * <pre>
 * MAVEN_OPTS="--add-opens java.base/java.lang=ALL-UNNAMED" mvn -q test-compile exec:java \
 *     -Dexec.classpathScope=test -Dexec.mainClass=org.icportrait.studio.StudioSpeed
 * </pre>
 */
public final class StudioSpeed {

	private static final int WARM = 30, COUNTED = 21;

	private StudioSpeed() {}

	/** Prints a row for each size; optional: the sizes. */
	public static void main(final String... arguments) throws Exception {
		PatchedJ.patch();
		measure(arguments.length == 0 ? new int[] { 512, 384, 256, 192 } : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray());
	}

	/** ImageJ's classes must not load before they are patched. */
	private static final class PatchedJ {

		static void patch() {
			net.imagej.patcher.LegacyInjector.preinit();
		}
	}

	private static void measure(final int... sides) throws Exception {
		final Photograph sample = Photograph.of(new ImagePlus("sample", ImageIO.read(StudioSpeed.class.getResource("/org/icportrait/demo/portrait.png"))));
		try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
			for (final int side : sides) for (final Detail detail : Detail.values()) {
				final Person person = Person.of(engine.analyze(sample.scaledTo(side).picture(), FaceChoice.largest(), Progress.NONE));
				try (Generator.Prepared ready = engine.geometric().prepare(person, Progress.NONE)) {
					final String turning = median(ready, detail, i -> StudioState.UNCHANGED.lookingTo(30 * Math.sin(i * 0.3), 10 * Math.cos(i * 0.2), 0));
					final String lit = median(ready, detail, i -> StudioState.UNCHANGED.lookingTo(30 * Math.sin(i * 0.3), 10 * Math.cos(i * 0.2), 0).lit("key left"));
					final String lighting = median(ready, detail, i -> StudioState.UNCHANGED.lookingTo(20, 0, 0).litFrom(5 * i % 180, 20));
					System.out.printf(Locale.ROOT, "%d px, %s: turning %s, turning lit %s, lighting %s%n", side, detail, turning, lit, lighting);
				}
			}
		}
	}

	/** The median time of a picture, pictures a second, and what it costs of all cores together, which a busy machine changes less. */
	private static String median(final Generator.Prepared ready, final Detail detail, final java.util.function.IntFunction<StudioState> states) {
		final double[] times = new double[COUNTED];
		final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		long cpu = 0;
		for (int i = 0; i < WARM + COUNTED; i++) {
			if (i == WARM) cpu = process.getProcessCpuTime();
			final StudioState state = states.apply(i);
			final long start = System.nanoTime();
			PixelFormat.RGB.store(ready.make(state.scene().withDetail(detail), Progress.NONE).picture()).getBufferedImage();
			if (i >= WARM) times[i - WARM] = (System.nanoTime() - start) / 1e6;
		}
		cpu = process.getProcessCpuTime() - cpu;
		Arrays.sort(times);
		return String.format(Locale.ROOT, "%.1f ms (%.0f/s; %.1f ms of cores)", times[COUNTED / 2], 1000 / times[COUNTED / 2], cpu / 1e6 / COUNTED);
	}
}
