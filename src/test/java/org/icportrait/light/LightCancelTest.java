package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.icportrait.bridge.StopWatch;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;
import org.junit.jupiter.api.Test;

/** All light work on a photograph of 2048 px ends soon after nobody wants it any more. */
class LightCancelTest {

	private static final int SIDE = 2048;
	/** Half of what is promised, in time of the processor, so that a busy machine does not count. */
	private static final double LONGEST_MS = 50;
	private static final int RUNS = 5;
	private static final LitHead HEAD = head();
	/** Made once: to clear a hundred megabytes of fresh memory takes longer than is promised. */
	private static final Picture SURROUNDINGS = new Picture(4096, 2048, 3);
	private static final Picture OWN = Shading.of(LitSurface.of(HEAD.maps(), HEAD.camera()), LightPreset.FLAT.light(), Progress.NONE);
	private static final Map<String, Consumer<Progress>> WORK = Map.of(
		"shading", p -> Shading.of(LitSurface.of(HEAD.maps(), HEAD.camera()), LightPreset.KEY_LEFT.light(), p),
		"estimate", p -> LightEstimator.estimate(HEAD, PixelMask.ALL, p),
		"own shading", p -> OwnShading.of(HEAD, LightPreset.KEY_LEFT.light(), p),
		"stitch", p -> LightReading.ofPhotograph(HEAD, StitchOptions.DEFAULT, p).on(HEAD, OWN, FaceLight.of(HEAD.maps(), OWN), p),
		"stitch of the same person", p -> LightReading.ofPhotograph(HEAD, StitchOptions.DEFAULT.withSamePerson(true), p).on(HEAD, OWN, FaceLight.of(HEAD.maps(), OWN), p),
		"apply", p -> LitScenes.relit(HEAD.picture(), HEAD.area(), HEAD.maps(), OWN, p),
		"surroundings", p -> EnvironmentMap.light(SURROUNDINGS, 0, p));

	/** The small head's maps, seen large. */
	private static LitHead head() {
		final HeadCamera camera = new HeadCamera(SIDE / 2.0, SIDE / 2.0, 560, 0.1);
		final Picture picture = new Picture(SIDE, SIDE, 3);
		Arrays.fill(picture.data(), 0.3f);
		final AnalyticHead small = new AnalyticHead(SIDE, SIDE, LitScenes.HEAD.axes(), Pose.FRONTAL, camera, LitScenes.HEAD.paint());
		return LitScenes.head(picture, new Area(0, 0, SIDE, SIDE), LitScenes.maps(small), camera, small.rotation(), LitScenes.GUESS);
	}

	@Test
	void noWorkGoesOnLongWithoutAsking() {
		WORK.forEach((name, work) -> {
			for (int i = 0; i < 3; i++) run(work, Progress.NONE);
			// A host that takes the core away, or fresh memory, only ever adds: the least of some runs is the work's own.
			double longest = Double.MAX_VALUE;
			for (int i = 0; i < RUNS && longest >= LONGEST_MS; i++) {
				final StopWatch watch = new StopWatch();
				run(work, watch);
				longest = Math.min(longest, watch.longest());
			}
			assertTrue(longest < LONGEST_MS, name + " went on for " + longest + " ms");
		});
	}

	private static void run(final Consumer<Progress> work, final Progress progress) {
		Workers.SERIAL.call(() -> {
			work.accept(progress);
			return null;
		});
	}

	@Test
	void whatIsCancelledEnds() {
		WORK.forEach((name, work) -> assertThrows(CancellationException.class, () -> work.accept(StopWatch.STOPPED), name));
	}
}
