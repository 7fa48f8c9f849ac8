package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.icportrait.bridge.StopWatch;
import org.icportrait.image.Picture;
import org.icportrait.inference.Device;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.models.ModelPack;
import org.icportrait.models.NetworkSpec;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.concurrent.CancellationException;

/** The pack that travels in the jar: it opens, runs, and is what it says. Skipped while there is none. */
class DefaultPackTest {

	private static ModelPack pack;
	private static FaceFinder finder;
	private static SurfaceEstimator estimator;

	@BeforeAll
	static void open() {
		assumeTrue(ModelPack.hasDefault(), "skipped: models/default holds no pack yet");
		pack = ModelPack.openDefault();
		final OnnxRuntime runtime = OnnxRuntime.open(Device.CPU, null);
		finder = FaceFinder.open(runtime, pack);
		estimator = SurfaceEstimator.open(runtime, pack);
	}

	@AfterAll
	static void close() {
		if (estimator != null) estimator.close();
		if (finder != null) finder.close();
	}

	@Test
	void saysWhoseItIs() {
		assertFalse(pack.manifest().licence().isBlank());
		assertFalse(pack.manifest().trainingData().isEmpty());
		for (final NetworkSpec spec : new NetworkSpec[] { FaceNetworks.FINDER, FaceNetworks.SURFACE }) {
			assertFalse(pack.find(spec).orElseThrow().metrics().isEmpty(), spec.role());
		}
	}

	@Test
	void noFacesInNoiseOrNothing() {
		final Picture grey = new Picture(400, 300, 3);
		java.util.Arrays.fill(grey.data(), 0.2f);
		assertTrue(finder.find(grey, Progress.NONE).isEmpty());
		final Picture noise = new Picture(500, 700, 1);
		final Random random = new Random(5);
		for (int i = 0; i < noise.data().length; i++) noise.data()[i] = random.nextFloat();
		assertTrue(finder.find(noise, Progress.NONE).isEmpty());
	}

	@Test
	void inputsAreChecked() {
		assertThrows(BadInput.class, () -> finder.find(new Picture(1, 1, 3), Progress.NONE));
		final Picture holed = new Picture(640, 480, 3);
		holed.set(3, 4, 1, Float.NaN);
		assertThrows(BadInput.class, () -> finder.find(holed, Progress.NONE));
		final FaceBox all = new FaceBox(320, 240, 200, 0, 1);
		holed.set(320, 240, 0, Float.POSITIVE_INFINITY);
		assertThrows(BadInput.class, () -> estimator.estimate(holed, all, Progress.NONE));
		final FaceBox tiny = new FaceBox(320, 240, 40, 0, 1);
		assertThrows(BadInput.class, () -> estimator.estimate(new Picture(640, 480, 3), tiny, Progress.NONE));
	}

	@Test
	void cancels() {
		assertThrows(CancellationException.class, () -> finder.find(new Picture(640, 480, 3), StopWatch.STOPPED));
	}

	/** The network reads whatever it is given; what comes back keeps the promises of HeadReading. */
	@Test
	void surfaceKeepsItsPromises() {
		final Picture noise = new Picture(512, 512, 3);
		final Random random = new Random(7);
		for (int i = 0; i < noise.data().length; i++) noise.data()[i] = random.nextFloat() * 0.5f;
		final float[] before = noise.data().clone();
		final HeadReading surface = estimator.estimate(noise, new FaceBox(256, 256, 220, 15, 1), Progress.NONE);
		assertArrayEquals(before, noise.data(), "the input is not touched");
		final double[] r = surface.rotation().toArray();
		for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) {
			final double dot = r[3 * i] * r[3 * j] + r[3 * i + 1] * r[3 * j + 1] + r[3 * i + 2] * r[3 * j + 2];
			assertEquals(i == j ? 1 : 0, dot, 1e-4);
		}
		for (int i = 0; i < surface.normals().planeSize(); i += 97) {
			final float[] n = surface.normals().data();
			final int plane = surface.normals().planeSize();
			assertEquals(1, Math.sqrt(n[i] * n[i] + n[plane + i] * n[plane + i] + n[2 * plane + i] * n[2 * plane + i]), 1e-3);
		}
		for (final float share : surface.matte().data()) assertTrue(share >= 0 && share <= 1);
		assertTrue(surface.confidence() >= 0 && surface.confidence() <= 1);
	}
}
