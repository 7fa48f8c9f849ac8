package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.FaceBox;
import org.icportrait.geometry.Similarity;
import org.junit.jupiter.api.Test;

import java.nio.FloatBuffer;

/** Where crops and letterboxes take their pixels from, and that fine patterns do not alias. */
class CropSamplerTest {

	/** A picture that is linear in x and y comes out as the linear function of the mapped coordinates, whatever scale and turn. */
	@Test
	void followsTheSimilarity() {
		final Picture ramp = new Picture(600, 500, 3);
		for (int y = 0; y < 500; y++) for (int x = 0; x < 600; x++) {
			ramp.set(x, y, 0, (x + 0.5f) / 600);
			ramp.set(x, y, 1, (y + 0.5f) / 500);
		}
		for (final double side : new double[] { 20, 60, 64, 90, 150, 200 }) for (final double roll : new double[] { 0, 30, -75 }) {
			final Similarity map = new FaceBox(300, 250, side, roll, 1).cropToPicture();
			final Picture crop = CropSampler.crop(ramp, map, 64);
			for (int j = 2; j < 64; j += 12) for (int i = 2; i < 64; i += 12) {
				final double u = (i + 0.5) / 64;
				final double v = (j + 0.5) / 64;
				assertEquals(map.x(u, v) / 600, crop.get(i, j, 0), 2e-5, "side " + side);
				assertEquals(map.y(u, v) / 500, crop.get(i, j, 1), 2e-5, "side " + side);
			}
		}
	}

	/** A head that tilts counter-clockwise has its top up and to the left; the upright crop must have it on top. */
	@Test
	void turnsTheHeadUpright() {
		final Picture picture = new Picture(200, 200, 1);
		final double angle = Math.toRadians(30);
		for (int y = 0; y < 200; y++) for (int x = 0; x < 200; x++) {
			final double dx = x + 0.5 - (100 - 40 * Math.sin(angle));
			final double dy = y + 0.5 - (100 - 40 * Math.cos(angle));
			if (Math.hypot(dx, dy) < 8) picture.set(x, y, 0, 1);
		}
		final Picture crop = CropSampler.crop(picture, new FaceBox(100, 100, 100 / FaceBox.CROP, 30, 1).cropToPicture(), 100);
		assertEquals(1, crop.get(50, 10, 0), 0.01);
		assertEquals(1, crop.get(50, 10, 2), 0.01, "grey counts for all channels");
		assertEquals(0, crop.get(30, 15, 0), 0.01);
	}

	@Test
	void finePatternsBecomeTheirMean() {
		final Picture checkers = checkers(900, 700);
		for (final double side : new double[] { 64 * 4.3 / 1.8, 64 * 7.9 / 1.8 }) {
			final Picture crop = CropSampler.crop(checkers, new FaceBox(450, 350, side, 20, 1).cropToPicture(), 64);
			for (final float value : crop.data()) assertEquals(0.5, value, 0.05);
		}
	}

	@Test
	void borderRepeats() {
		final Picture picture = new Picture(100, 100, 1);
		for (int y = 0; y < 100; y++) for (int x = 0; x < 100; x++) picture.set(x, y, 0, x < 50 ? 0.2f : 0.7f);
		final Picture near = CropSampler.crop(picture, new FaceBox(0, 0, 100, 0, 1).cropToPicture(), 32);
		assertEquals(0.2, near.get(0, 0, 0), 1e-6);
		final Picture away = CropSampler.crop(picture, new FaceBox(5000, 50, 400, 10, 1).cropToPicture(), 32);
		for (final float value : away.data()) assertEquals(0.7, value, 1e-6);
	}

	@Test
	void scalerKeepsTheMean() {
		final Picture checkers = checkers(501, 333);
		final Picture small = AreaScale.scale(checkers, 100, 66);
		double mean = 0;
		for (final float value : small.data()) {
			assertEquals(0.5, value, 0.12);
			mean += value / small.data().length;
		}
		double before = 0;
		for (final float value : checkers.data()) before += value / checkers.data().length;
		assertEquals(before, mean, 1e-6);
	}

	@Test
	void scalerAveragesExactAreas() {
		final Picture row = new Picture(3, 3, 1, new float[] { 0, 3, 9, 0, 3, 9, 0, 3, 9 });
		final Picture half = AreaScale.scale(row, 2, 2);
		assertEquals((0 + 0.5 * 3) / 1.5, half.get(0, 0, 0), 1e-6);
		assertEquals((9 + 0.5 * 3) / 1.5, half.get(1, 1, 0), 1e-6);
		assertEquals(1.5, AreaScale.scale(row, 6, 6).get(2, 0, 0), 0.8, "enlarging is bilinear");
	}

	@Test
	void networkSeesSrgb() {
		final Picture grey = new Picture(4, 4, 3);
		java.util.Arrays.fill(grey.data(), Colour.toLinear(0.5f));
		final FloatBuffer target = FloatBuffer.allocate(48);
		CropSampler.writeSrgb(grey, target);
		for (final float value : target.array()) assertEquals(0.5, value, 1e-4);
	}

	@Test
	void hugeShrinksAreQuick() {
		final Picture wide = new Picture(6000, 3000, 1);
		final long start = System.nanoTime();
		CropSampler.crop(wide, new FaceBox(3000, 1500, 1600, 10, 1).cropToPicture(), 256);
		assertTrue(System.nanoTime() - start < 3_000_000_000L);
	}

	private static Picture checkers(final int width, final int height) {
		final Picture picture = new Picture(width, height, 1);
		for (int y = 0; y < height; y++) for (int x = 0; x < width; x++) picture.set(x, y, 0, x + y & 1);
		return picture;
	}
}
