package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.util.Arrays;
import java.util.Random;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.generate.Denoising;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In a whole portrait the generated part is as grainy as the seen one. */
class GrainOfPortraitTest {

	private static final int SIDE = 1600;
	private static final Scene SCENE = Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0)).withGeneration(Denoising.DEFAULT);

	private static PortraitEngine engine;

	@BeforeAll
	static void open() {
		engine = PortraitEngine.open(EggHead.engine().withPack(EggHead.packWithGenerator()));
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	/** The egg with grey grain of this many levels. */
	private static PortraitResult make(final double sigma) {
		final ImagePlus image = EggHead.plain(SIDE);
		final ColorProcessor pixels = (ColorProcessor) image.getProcessor();
		final Random random = new Random(3);
		for (int i = 0; i < pixels.getPixelCount(); i++) {
			final int add = (int) Math.round(sigma * random.nextGaussian()), rgb = pixels.get(i);
			pixels.set(i, level(rgb >> 16, add) << 16 | level(rgb >> 8, add) << 8 | level(rgb, add));
		}
		final Profile egg = engine.analyze(Photograph.of(image).picture(), FaceChoice.largest(), Progress.NONE);
		return engine.make(Person.of(egg), SCENE, Progress.NONE);
	}

	/** With less contrast than the egg has, so that no grain is clipped. */
	private static int level(final int value, final int add) {
		return Math.max(0, Math.min(255, (value & 255) / 2 + 40 + add));
	}

	/**
	 * Median of the differences between pixels and the mean of their four neighbours, as a standard deviation in levels, where the share of what is
	 * generated lies between, and where so much is surely seen.
	 */
	private static double grain(final PortraitResult result, final float low, final float high, final float least) {
		final Picture picture = result.picture(), known = result.view().known();
		final double[] steps = new double[picture.planeSize()];
		int count = 0;
		for (int y = 1; y + 1 < SIDE; y++) for (int x = 1; x + 1 < SIDE; x++) {
			final int column = x - result.view().area().x(), row = y - result.view().area().y();
			if (column < 0 || row < 0 || column >= known.width() || row >= known.height() || known.get(column, row, 0) < least || known.get(column, row, 2) > 0) continue;
			final float share = result.generated().get(x, y, 0);
			if (share < low || share > high) continue;
			steps[count++] = Math.abs(at(picture, x, y) - (at(picture, x - 1, y) + at(picture, x + 1, y) + at(picture, x, y - 1) + at(picture, x, y + 1)) / 4);
		}
		assertTrue(count > 1000, count + " pixels");
		Arrays.sort(steps, 0, count);
		return 255 * steps[count / 2] / 0.6745 / Math.sqrt(1.25);
	}

	private static float at(final Picture picture, final int x, final int y) {
		return Colour.toSrgb(picture.get(x, y, 1));
	}

	@Test
	void theGeneratedPartIsAsGrainyAsTheSeen() {
		for (final double sigma : new double[] { 4, 9 }) {
			final PortraitResult result = make(sigma);
			final double seen = grain(result, 0, 0, 0.9f), made = grain(result, 0.98f, 1, 0);
			assertTrue(seen > 0.4 * sigma && seen < 1.1 * sigma, "the turn keeps grain of " + sigma + " as " + seen);
			assertEquals(1, made / seen, 0.2, sigma + ": seen " + seen + ", made " + made);
		}
	}

	@Test
	void aPhotographWithoutGrainGetsNone() {
		assertTrue(grain(make(0), 0.98f, 1, 0) < 0.2);
	}

	@Test
	void theSameSeedGivesTheSameGrain() {
		assertArrayEquals(make(6).picture().data(), make(6).picture().data());
	}
}
