package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class StructureTensorTest {

	private static final int SIDE = 64, N = SIDE * SIDE, MIDDLE = SIDE / 2 * SIDE + SIDE / 2, RADIUS = 8;

	private static boolean[] inside() {
		final boolean[] out = new boolean[N];
		for (int i = 0; i < N; i++) out[i] = i % SIDE > 0 && i % SIDE < SIDE - 1 && i >= SIDE && i < N - SIDE;
		return out;
	}

	/** Lines at an angle to the x axis, y down. */
	private static Picture lines(final double angle) {
		final Picture out = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < N; i++) out.data()[i] = (float) Math.sin(0.7 * (i / SIDE * Math.cos(angle) - i % SIDE * Math.sin(angle)));
		return out;
	}

	@Test
	void parallelLinesAgreeInTheirAngle() {
		for (final double angle : new double[] { 0, 0.4, 1.2, -0.9 }) {
			final float[] tensor = StructureTensor.of(lines(angle), inside(), RADIUS, Progress.NONE).data();
			assertEquals(Math.cos(2 * angle), tensor[MIDDLE] / tensor[2 * N + MIDDLE], 0.05, "cosine at " + angle);
			assertEquals(Math.sin(2 * angle), tensor[N + MIDDLE] / tensor[2 * N + MIDDLE], 0.05, "sine at " + angle);
		}
	}

	@Test
	void noiseAgreesInNone() {
		final Picture noise = new Picture(SIDE, SIDE, 1);
		final Random random = new Random(2);
		for (int i = 0; i < N; i++) noise.data()[i] = (float) random.nextGaussian();
		final float[] tensor = StructureTensor.of(noise, inside(), RADIUS, Progress.NONE).data();
		assertTrue(Math.hypot(tensor[MIDDLE], tensor[N + MIDDLE]) < 0.15 * tensor[2 * N + MIDDLE]);
	}

	@Test
	void whatDoesNotCountIsNotRead() {
		final boolean[] left = inside();
		for (int i = 0; i < N; i++) left[i] &= i % SIDE < SIDE / 2;
		final Picture values = lines(0), other = values.copy();
		for (int i = 0; i < N; i++) if (i % SIDE > SIDE / 2) other.data()[i] = 100 * i;
		assertArrayEquals(StructureTensor.of(values, left, RADIUS, Progress.NONE).data(), StructureTensor.of(other, left, RADIUS, Progress.NONE).data());
	}
}
