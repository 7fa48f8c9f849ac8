package org.icportrait.hair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A head in photographs of several sizes, with hair whose scalp is dark, in strands or in dots. */
class CombedHairTest {

	private static final float GREY = 0.1f, CONTRAST = 0.05f;

	/** What a photograph's pixel has, beside its grey, at a place in photograph pixels of 1 for 512. */
	@FunctionalInterface
	private interface Detail {

		double at(double x, double y);
	}

	private static float combed(final int side, final float reflectance, final Detail detail) {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), side);
		ModelHead.paintScalp(reading, reflectance);
		final Picture photograph = new Picture(side, side, 3);
		for (int i = 0; i < photograph.data().length; i++) {
			photograph.data()[i] = GREY + CONTRAST * (float) detail.at(512.0 / side * (i % side), 512.0 / side * (i / side % side));
		}
		return PreparedHead.of(photograph, reading, Progress.NONE).hair().combed();
	}

	private static Detail dots() {
		final float[] noise = new float[256 * 256];
		final Random random = new Random(5);
		for (int i = 0; i < noise.length; i++) noise[i] = (float) random.nextGaussian();
		final Picture smooth = BoxBlur.twice(new Picture(256, 256, 1, noise), 1, Progress.NONE);
		return (x, y) -> 3 * smooth.sample(x / 2, y / 2, 0);
	}

	@Test
	void strandsAreCombedAndDotsAreNot() {
		for (final int side : new int[] { 1024, 1536 }) {
			assertEquals(1, combed(side, 0.15f, (x, y) -> Math.sin(1.2 * x + 0.3 * y)), "strands at " + side);
			assertTrue(combed(side, 0.15f, dots()) < 0.1, "dots at " + side);
		}
	}

	/** Strands may lie in waves and to both sides of a parting. */
	@Test
	void strandsNeedNotBeParallelFarAway() {
		assertEquals(1, combed(1024, 0.15f, (x, y) -> Math.sin(1.2 * x + 0.02 * (x - 256) * y * 0.3 + 6 * Math.sin(y / 40))));
	}

	@Test
	void lightAndShadeAreNoStrands() {
		final Detail dots = dots();
		assertTrue(combed(1024, 0.15f, (x, y) -> dots.at(x, y) / 2 + x / 256 - 1) < 0.1, "dots in light from one side");
	}

	@Test
	void withoutHairNothingIsTold() {
		assertEquals(1, combed(1024, 0.5f, dots()));
	}
}
