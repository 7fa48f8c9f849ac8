package org.icportrait.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Skin whose left half is seen, with pores of four pixels in a large picture and none beyond. */
class PoresTest {

	private static final int PORE = 4, SIDE = 1024, N = SIDE * SIDE;
	private static final float GREY = 0.6f, SIGMA = 3 / 255f;
	private static final SeenSkin SKIN = new SeenSkin(null, skin(), skin(), 0, 0);

	private static float[] skin() {
		final float[] skin = new float[3];
		Arrays.fill(skin, Colour.toLinear(GREY));
		return skin;
	}

	/** @param width of the frame, picture pixels @param scalp whether hair grows on all of it */
	private static Condition condition(final double width, final boolean scalp) {
		final int side = InFrame.SIDE, n = InFrame.N;
		final Condition condition = new Condition(Frame.of(new HeadCamera(SIDE / 2.0, SIDE / 2.0, width / 3.7, 0), side), Tensor.floats(1, 3, side, side),
			Tensor.floats(1, Condition.MAPS, side, side), new Picture(side, side, 3));
		final FloatBuffer maps = condition.maps().buffer();
		for (int i = 0; i < n; i++) {
			maps.put(4 * n + i, scalp ? 1 : 0);
			maps.put(5 * n + i, scalp ? -1 : 0.7f);
			maps.put(6 * n + i, 0.5f);
		}
		return condition;
	}

	/** Brightness in squares of a pore's size. */
	private static Picture porous() {
		final Picture out = new Picture(SIDE, SIDE, 3);
		final Random random = new Random(3);
		for (int y = 0; y < SIDE; y += PORE) for (int x = 0; x < SIDE; x += PORE) {
			final float value = Colour.toLinear(GREY + SIGMA * (float) random.nextGaussian());
			for (int c = 0; c < 3; c++) for (int v = 0; v < PORE; v++) for (int u = 0; u < PORE; u++) out.set(x + u, y + v, c, value);
		}
		return ColourAxes.of(out);
	}

	private static Picture plain(final int side) {
		final Picture out = new Picture(side, side, 3);
		Arrays.fill(out.data(), Colour.toLinear(GREY));
		return out;
	}

	private static boolean[] all() {
		final boolean[] all = new boolean[N];
		Arrays.fill(all, true);
		return all;
	}

	private static Pores pores(final Picture portrait, final double width, final boolean scalp, final long seed) {
		return Pores.of(portrait, all(), new Area(0, 0, SIDE, SIDE), SKIN, condition(width, scalp), seed, Progress.NONE);
	}

	private static Picture laid(final boolean scalp, final Picture colours, final long seed) {
		return pores(porous(), 610 * PORE, scalp, seed).over(ColourAxes.of(plain(SIDE)), null, all(), colours, Progress.NONE);
	}

	private static double deviation(final Picture picture) {
		double squares = 0;
		for (final float value : picture.data()) squares += value * value;
		return Math.sqrt(squares / picture.data().length);
	}

	@Test
	void plainSkinGetsAsMuchAsIsSeen() {
		final Picture laid = laid(false, plain(InFrame.SIDE), 1).resampled(SIDE, SIDE);
		assertEquals(SIGMA, deviation(laid), 0.3 * SIGMA);
		for (int i = 0; i < N; i++) assertEquals(laid.data()[i], laid.data()[2 * N + i], 1e-6, "grey pores are grey");
	}

	@Test
	void hairAndWhatIsOfAnotherColourGetNone() {
		assertEquals(0, deviation(laid(true, plain(InFrame.SIDE), 1)), 1e-6);
		final Picture blue = plain(InFrame.SIDE);
		Arrays.fill(blue.data(), 0, InFrame.N, 0.05f);
		final Picture laid = laid(false, blue, 1);
		assertTrue(laid == null || deviation(laid) < 1e-6);
	}

	@Test
	void skinThatHasThemGetsNoMore() {
		final Picture laid = pores(porous(), 610 * PORE, false, 1).over(porous(), null, all(), plain(InFrame.SIDE), Progress.NONE);
		assertTrue(laid == null || deviation(laid) < 0.1 * SIGMA);
	}

	@Test
	void smallPicturesAndSmoothSkinHaveNone() {
		assertNull(pores(porous(), 700, false, 1));
		assertNull(pores(ColourAxes.of(plain(SIDE)), 610 * PORE, false, 1));
	}

	@Test
	void theSeedAloneDecides() {
		final Picture colours = plain(InFrame.SIDE);
		assertArrayEquals(laid(false, colours, 3).data(), laid(false, colours, 3).data());
		assertFalse(Arrays.equals(laid(false, colours, 3).data(), laid(false, colours, 4).data()));
	}
}
