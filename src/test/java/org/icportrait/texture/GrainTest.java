package org.icportrait.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Octaves;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grain of a known strength comes back with that strength, and where there is none, none is made. */
class GrainTest {

	private static final int SIDE = 256, N = SIDE * SIDE;
	private static final boolean[] ALL = new boolean[N];

	static {
		Arrays.fill(ALL, true);
	}

	/** Mid-grey whose sRGB values have independent normal noise, or one noise for all three; levels of 255. */
	private static Picture grainy(final double sigma, final boolean grey, final int blur) {
		final Picture noise = new Picture(SIDE, SIDE, 3);
		final Random random = new Random(7);
		for (int i = 0; i < 3 * N; i++) noise.data()[i] = grey && i >= N ? noise.data()[i % N] : (float) (sigma / 255 * random.nextGaussian());
		final Picture soft = blur == 0 ? noise : BoxBlur.blur(noise, blur, Progress.NONE);
		for (int i = 0; i < 3 * N; i++) soft.data()[i] = Colour.toLinear(0.5f + soft.data()[i]);
		return soft;
	}

	private static Grain of(final Picture linear, final long seed) {
		return new Grain(ColourAxes.of(linear), ALL, ALL, 1, seed, Progress.NONE);
	}

	/** What it lays over a flat picture. */
	private static Picture laid(final Grain grain) {
		return noise(grain, ColourAxes.of(grainy(0, true, 0)));
	}

	/** In sRGB values. */
	private static Picture noise(final Grain grain, final Picture made) {
		final Picture noise = grain.noise(made, grain.soften(made.copy(), ALL, Progress.NONE).levels(), Progress.NONE);
		if (noise != null) ColourAxes.back(noise);
		return noise;
	}

	private static double deviation(final float[] values, final int from, final int to) {
		double sum = 0, squares = 0;
		for (int i = from; i < to; i++) {
			sum += values[i];
			squares += (double) values[i] * values[i];
		}
		final double mean = sum / (to - from);
		return 255 * Math.sqrt(squares / (to - from) - mean * mean);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 2, 5, 12 })
	void noiseHasTheStrengthOfTheGrain(final double sigma) {
		final float[] noise = laid(of(grainy(sigma, false, 0), 1)).data();
		for (int c = 0; c < 3; c++) assertEquals(sigma, deviation(noise, c * N, (c + 1) * N), 0.08 * sigma, "channel " + c);
	}

	/** White shirts had the face's grain and looked dotted; a face that is as bright keeps its own. */
	@Test
	void grainFallsOffTowardWhite() {
		final Picture light = ColourAxes.of(flat(0.9f)), shade = ColourAxes.of(flat(0.4f));
		final Grain grain = of(grainy(5, false, 0), 1);
		assertEquals(0.3 * 5, deviation(noise(grain, light).data(), 0, N), 0.15, "over white");
		assertEquals(5, deviation(noise(grain, shade).data(), 0, N), 0.4, "over shade");
		final Picture bright = grainy(5, false, 0);
		for (int i = 0; i < 3 * N; i++) bright.data()[i] = Colour.toLinear(Colour.toSrgb(bright.data()[i]) + 0.3f);
		assertEquals(5, deviation(noise(of(bright, 1), ColourAxes.of(flat(0.8f))).data(), 0, N), 0.4, "a bright face");
	}

	/** @param value sRGB */
	private static Picture flat(final float value) {
		final Picture out = new Picture(SIDE, SIDE, 3);
		Arrays.fill(out.data(), Colour.toLinear(value));
		return out;
	}

	@Test
	void softGrainIsSoftThere() {
		final Picture grain = grainy(12, false, 1);
		final List<Picture> asked = Octaves.of(ColourAxes.of(grain), Progress.NONE), got = Octaves.of(laid(of(grain, 1)), Progress.NONE);
		for (int octave = 0; octave < 3; octave++) {
			final double wanted = deviation(asked.get(octave).data(), 0, N);
			final double made = Math.sqrt(3) * deviation(grey(got.get(octave)), 0, N);
			assertEquals(1, made / wanted, 0.15, "octave " + octave + ": " + wanted + " wanted");
		}
	}

	private static float[] grey(final Picture rgb) {
		final float[] grey = new float[N];
		for (int i = 0; i < N; i++) grey[i] = (rgb.data()[i] + rgb.data()[N + i] + rgb.data()[2 * N + i]) / 3;
		return grey;
	}

	@Test
	void greyGrainIsGrey() {
		final float[] noise = laid(of(grainy(6, true, 0), 1)).data();
		for (int i = 0; i < N; i++) {
			assertEquals(noise[i], noise[N + i], 1e-6);
			assertEquals(noise[i], noise[2 * N + i], 1e-6);
		}
		assertEquals(6, deviation(noise, 0, N), 0.5);
	}

	@Test
	void withoutGrainThereIsNone() {
		assertTrue(of(grainy(0, true, 0), 1).isNone());
		assertNull(laid(of(grainy(0, true, 0), 1)));
		final Picture ramp = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < 3 * N; i++) ramp.data()[i] = Colour.byteToLinear((60 + i % SIDE / 2 + i % N / SIDE / 4) & 255);
		assertNull(laid(of(ramp, 1)), "the steps of 8 bits are no grain");
	}

	@Test
	void whatIsGrainyAlreadyGetsNoMore() {
		final Picture made = ColourAxes.of(grainy(5, false, 0));
		final Picture noise = noise(of(grainy(5, false, 0), 1), made);
		assertTrue(noise == null || deviation(noise.data(), 0, N) < 0.5);
	}

	@Test
	void theSeedAloneDecides() {
		final Picture grain = grainy(5, false, 0);
		assertArrayEquals(laid(of(grain, 3)).data(), laid(of(grain, 3)).data());
		assertFalse(Arrays.equals(laid(of(grain, 3)).data(), laid(of(grain, 4)).data()));
	}

	/** A small face of plain skin of grain 1, crossed by lines of features every 12 pixels: hardly a block of 8 is without one. */
	@Test
	void featuresOfASmallFaceAreNoGrain() {
		final Picture small = ColourAxes.of(grainy(1, true, 0));
		for (int i = 0; i < N; i++) if (i % SIDE % 12 < 2 || i / SIDE % 12 < 2) small.data()[i] -= 0.3f;
		final boolean[] face = new boolean[N];
		for (int i = 0; i < N; i++) face[i] = i % SIDE < 100 && i / SIDE < 100;
		final Grain grain = new Grain(small, face, face, 0.27, 1, Progress.NONE);
		final double made = deviation(laid(grain).data(), 0, N);
		assertTrue(made > 0.5 && made < 1.2, "grain of " + made);
	}

	/** Blurred texture in the photograph, sharp one in what was generated: its octaves then fall off as the photograph's do. */
	@Test
	void whatIsSharperThanThePhotographIsSoftened() {
		final Picture blurred = grainy(60, true, 3), sharp = ColourAxes.of(grainy(20, true, 0)), before = sharp.copy();
		assertTrue(of(blurred, 1).soften(sharp, ALL, Progress.NONE).changed());
		assertTrue(ratio(sharp) < 0.35 * ratio(before), ratio(before) + " became " + ratio(sharp));
		final Picture same = ColourAxes.of(blurred);
		assertFalse(of(blurred, 1).soften(same, ALL, Progress.NONE).changed());
		assertFalse(of(grainy(20, true, 0), 1).soften(ColourAxes.of(blurred), ALL, Progress.NONE).changed(), "what is softer stays");
	}

	/** Finest octave over the coarsest. */
	private static double ratio(final Picture axes) {
		final List<Picture> octaves = Octaves.of(axes, Progress.NONE);
		return deviation(octaves.get(0).data(), 0, N) / deviation(octaves.get(Octaves.COUNT - 1).data(), 0, N);
	}
}
