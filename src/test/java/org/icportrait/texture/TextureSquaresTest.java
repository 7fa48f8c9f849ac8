package org.icportrait.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.icportrait.generate.Frame;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** How {@link SeenTexture} lays its squares. */
class TextureSquaresTest {

	private static final int SIDE = 300;
	private static final Area AREA = new Area(0, 0, SIDE, SIDE);
	private static final Frame FRAME = Frame.of(new HeadCamera(SIDE / 2.0, SIDE / 2.0, 160, 0), 64);
	/** Of the squares, and from one to the next. */
	private static final int SQUARE = 20, STEP = 14;

	/** These squares alone, laid over skin of brightness 1: of 20 pixels, one every 14. */
	private static Picture squares(final Picture detail, final int... corners) {
		final Picture even = new Picture(SIDE, SIDE, 3), everywhere = new Picture(64, 64, 1);
		Arrays.fill(even.data(), 1);
		Arrays.fill(everywhere.data(), 1);
		return new SeenTexture(new SeenPatches(detail, SQUARE, corners, 1), AREA, FRAME, 1).over(null, even, everywhere, Progress.NONE);
	}

	/** One that brightens to the right is all the texture there is. */
	@Test
	void someSquaresAreTurnedLeftToRight() {
		final Picture ramp = new Picture(SQUARE, SQUARE, 3);
		for (int i = 0; i < ramp.data().length; i++) ramp.data()[i] = i % SQUARE;
		final Picture out = squares(ramp, 0);
		int right = 0, left = 0;
		for (int x = SQUARE / 2; x < SIDE; x += STEP) {
			if (out.get(x, SQUARE / 2, 0) > out.get(x - 1, SQUARE / 2, 0)) right++;
			else left++;
		}
		assertTrue(right > 3 && left > 3, right + " and " + left);
	}

	/** Each square has a level of its own. */
	@Test
	void noneIsTakenMuchMoreOftenThanAnother() {
		final int count = 12;
		final Picture levels = new Picture(count * SQUARE, SQUARE, 3);
		for (int i = 0; i < levels.data().length; i++) levels.data()[i] = i % levels.width() / SQUARE;
		final int[] corners = new int[count], taken = new int[count];
		for (int k = 0; k < count; k++) corners[k] = k * SQUARE;
		final Picture out = squares(levels, corners);
		for (int y = SQUARE / 2; y < SIDE; y += STEP) for (int x = SQUARE / 2; x < SIDE; x += STEP) taken[Math.round(out.get(x, y, 0))]++;
		Arrays.sort(taken);
		assertTrue(taken[count - 1] - taken[0] < 10, Arrays.toString(taken));
	}

	@Test
	void whereSquaresMeetItIsAsStrongAsWithin() {
		final Random random = new Random(4);
		final Picture noise = new Picture(20 * SQUARE, SQUARE, 3);
		for (int i = 0; i < noise.data().length; i++) noise.data()[i] = (float) random.nextGaussian();
		final int[] corners = new int[19 * SQUARE];
		for (int k = 0; k < corners.length; k++) corners[k] = k;
		final Picture out = squares(noise, corners);
		double meeting = 0, within = 0;
		for (int y = SQUARE / 2; y < SIDE; y += STEP) for (int x = SQUARE / 2; x + 6 < SIDE; x += STEP) {
			within += Math.pow(out.get(x, y, 0), 2);
			meeting += Math.pow(out.get(x + 6, y, 0), 2) / 2 + Math.pow(out.get(x + 7, y, 0), 2) / 2;
		}
		assertEquals(1, meeting / within, 0.3);
	}
}
