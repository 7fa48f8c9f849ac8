package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class OctavesTest {

	private static final int SIDE = 256;

	private static Picture noise() {
		final Picture noise = new Picture(SIDE, SIDE, 1);
		final Random random = new Random(5);
		for (int i = 0; i < noise.planeSize(); i++) noise.data()[i] = (float) random.nextGaussian();
		return noise;
	}

	@Test
	void togetherWithTheCoarsestMeanTheyAreThePicture() {
		final Picture picture = noise(), mean = BoxBlur.blur(picture, 8, Progress.NONE);
		final List<Picture> octaves = Octaves.of(picture, Progress.NONE);
		assertEquals(Octaves.COUNT, octaves.size());
		for (int i = 0; i < picture.planeSize(); i++) {
			float sum = mean.data()[i];
			for (final Picture octave : octaves) sum += octave.data()[i];
			assertEquals(picture.data()[i], sum, 1e-5);
		}
	}

	/** The energies that are computed are those of noise, whose octaves were taken twice. */
	@Test
	void energiesAreThoseOfNoise() {
		final double[] gains = { 1, 0.5, 2, 0.25 };
		final Picture mixed = new Picture(SIDE, SIDE, 1);
		final List<Picture> once = Octaves.of(noise(), Progress.NONE);
		for (int octave = 0; octave < gains.length; octave++) {
			for (int i = 0; i < mixed.planeSize(); i++) mixed.data()[i] += (float) gains[octave] * once.get(octave).data()[i];
		}
		final List<Picture> twice = Octaves.of(mixed, Progress.NONE);
		for (int octave = 0; octave < gains.length; octave++) {
			double sum = 0;
			int count = 0;
			for (int y = 32; y < SIDE - 32; y++) for (int x = 32; x < SIDE - 32; x++, count++) sum += Math.pow(twice.get(octave).get(x, y, 0), 2);
			assertEquals(1, sum / count / Octaves.energy(octave, gains), 0.12, "octave " + octave);
		}
	}
}
