package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters with running sums against what their words say, counted out. */
class FiltersTest {

	private static Picture noise(final int width, final int height, final int channels) {
		final Picture out = new Picture(width, height, channels);
		final Random random = new Random(7);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = random.nextFloat();
		return out;
	}

	@ParameterizedTest
	@CsvSource({ "1,1,1", "5,3,2", "7,90,3", "90,7,4", "70,70,1", "6,6,20", "130,20,0" })
	void boxBlurIsTheMeanOfTheSquare(final int width, final int height, final int radius) {
		final Picture in = noise(width, height, 2), out = BoxBlur.blur(in, radius, Progress.NONE);
		for (int i = 0; i < in.data().length; i++) {
			final int x = i % width, y = i / width % height, c = i / in.planeSize();
			double sum = 0;
			int count = 0;
			for (int b = Math.max(0, y - radius); b <= Math.min(height - 1, y + radius); b++) {
				for (int a = Math.max(0, x - radius); a <= Math.min(width - 1, x + radius); a++) {
					sum += in.get(a, b, c);
					count++;
				}
			}
			assertEquals(sum / count, out.get(x, y, c), 1e-5, x + ", " + y);
		}
	}

	/** Octaves of a whole picture are blurred four times: what a blur makes beside its result must not grow with the picture. */
	@Test
	void aBlurMakesOnePictureAndNoOtherBesideIt() {
		final Picture picture = noise(300, 300, 3);
		BoxBlur.blur(picture, 4, Progress.NONE);
		final long before = allocated();
		Workers.SERIAL.call(() -> BoxBlur.blur(picture, 4, Progress.NONE));
		assertTrue(allocated() - before < 1.5 * Float.BYTES * picture.data().length, allocated() - before + " bytes");
	}

	private static long allocated() {
		return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	@Test
	void twiceBlurredAPointIsATent() {
		final Picture point = new Picture(15, 15, 1);
		point.set(7, 7, 0, 1);
		final Picture tent = BoxBlur.twice(point, 2, Progress.NONE);
		for (int x = 0; x < 15; x++) assertEquals(Math.max(0, 5 - Math.abs(x - 7)) * 5 / 625f, tent.get(x, 7, 0), 1e-6, "column " + x);
	}

	@ParameterizedTest
	@CsvSource({ "1,1,1", "5,3,2", "7,90,3", "90,7,4", "70,70,1", "6,6,20", "130,20,0" })
	void dilationSetsWhatHasASetPixelInItsSquare(final int width, final int height, final int radius) {
		final Picture noise = noise(width, height, 1);
		final boolean[] mask = new boolean[width * height];
		for (int i = 0; i < mask.length; i++) mask[i] = noise.data()[i] > 0.97f;
		final boolean[] grown = Dilation.grow(mask, width, radius, Progress.NONE);
		for (int i = 0; i < mask.length; i++) {
			boolean any = false;
			for (int k = 0; k < mask.length; k++) any |= mask[k] && Math.abs(k % width - i % width) <= radius && Math.abs(k / width - i / width) <= radius;
			assertEquals(any, grown[i], "pixel " + i);
		}
	}

	@Test
	void aMasksSharesAreOneWhereItIsSet() {
		final Picture shares = Picture.ofMask(new boolean[] { true, false, false, false, false, true }, 3);
		assertEquals(3, shares.width());
		assertEquals(2, shares.height());
		assertArrayEquals(new float[] { 1, 0, 0, 0, 0, 1 }, shares.data());
	}

	@Test
	void pushPullKeepsWhatIsKnownAndStaysWithinItElsewhere() {
		final Picture in = noise(61, 47, 3);
		final float[] weight = new float[in.planeSize()];
		final Random random = new Random(3);
		for (int i = 0; i < weight.length; i++) weight[i] = random.nextFloat() < 0.1 ? 1 : 0;
		for (int i = 0; i < weight.length; i++) if (weight[i] == 0) for (int c = 0; c < 3; c++) in.data()[c * weight.length + i] = Float.NaN;
		final Picture out = PushPull.fill(in, weight, Progress.NONE);
		for (int i = 0; i < out.data().length; i++) {
			if (weight[i % weight.length] == 1) assertEquals(in.data()[i], out.data()[i]);
			else assertTrue(out.data()[i] > 0 && out.data()[i] < 1, "filled " + out.data()[i]);
		}
	}

	@Test
	void pushPullFillsAPlaneOfOneColourWithIt() {
		final Picture in = new Picture(33, 20, 1);
		final float[] weight = new float[in.planeSize()];
		in.set(5, 5, 0, 0.4f);
		weight[5 * 33 + 5] = 1;
		for (final float v : PushPull.fill(in, weight, Progress.NONE).data()) assertEquals(0.4f, v, 1e-6);
	}
}
