package org.icportrait.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.icportrait.bridge.StopWatch;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Octaves;
import org.icportrait.image.Picture;
import org.icportrait.skin.SeenSkin;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A face with pores, reddish blotches and a few dark spots; brown, evenly lit. */
class SeenTextureTest {

	private static final int SIDE = 300, N = SIDE * SIDE, WIDTH = 600;
	private static final Area AREA = new Area(0, 0, SIDE, SIDE);
	private static final Frame FRAME = Frame.of(new HeadCamera(SIDE / 2.0, SIDE / 2.0, WIDTH / 3.7, 0), 64);
	/** Every so manieth pixel across and down a dark spot begins, of so many pixels and levels. */
	private static final int APART = 100, SPOT = 8, DARKER = 60;
	private static final float[] SKIN = { 0.7f, 0.55f, 0.45f };

	/** @param strength of the texture, 1 for pores of 2 levels and blotches of 4 @param grey whether it has no colour */
	private static Picture skin(final float strength, final boolean grey, final boolean spots) {
		final Random random = new Random(4);
		final Picture pores = new Picture(SIDE, SIDE, 1), white = new Picture(SIDE, SIDE, 1), out = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < N; i++) {
			pores.data()[i] = 2 * (float) random.nextGaussian();
			white.data()[i] = 40 * (float) random.nextGaussian();
		}
		final Picture blotches = BoxBlur.blur(white, 4, Progress.NONE);
		for (int i = 0; i < 3 * N; i++) {
			final float blotch = blotches.data()[i % N] * (grey || i / N > 0 ? 1 : 0.5f), spot = spots && i % N % SIDE % APART < SPOT && i % N / SIDE % APART < SPOT ? DARKER : 0;
			out.data()[i] = Colour.toLinear(SKIN[grey ? 0 : i / N] + (strength * (pores.data()[i % N] + blotch) - spot) / 255);
		}
		return out;
	}

	private static boolean[] face() {
		final boolean[] face = new boolean[N];
		for (int i = 0; i < N; i++) face[i] = i % SIDE > 20 && i / SIDE > 30 && i / SIDE < SIDE - 10;
		return face;
	}

	private static SeenPatches patches(final Picture linear) {
		return SeenPatches.of(ColourAxes.of(linear), face(), WIDTH, Progress.NONE);
	}

	/** Laid over plain skin. */
	private static Picture laid(final Picture linear, final Picture noise, final float share, final float bright, final long seed) {
		final Picture made = ColourAxes.of(skin(0, false, false)), shares = new Picture(64, 64, 1);
		for (int i = 0; i < made.data().length; i++) made.data()[i] *= bright;
		Arrays.fill(shares.data(), share);
		return new SeenTexture(patches(linear), AREA, FRAME, seed).over(noise, made, shares, Progress.NONE);
	}

	private static Picture laid(final Picture linear, final long seed) {
		return laid(linear, null, 1, 1, seed);
	}

	private static double deviation(final Picture picture, final int channel) {
		double squares = 0;
		for (int i = channel * N; i < (channel + 1) * N; i++) squares += picture.data()[i] * picture.data()[i];
		return 255 * Math.sqrt(squares / N);
	}

	/** Half a face is four times as uneven: of plain skin that is none, of a beard it is the whole of it. */
	@Test
	void ofABeardAllSquaresCount() {
		final Picture axes = ColourAxes.of(skin(1, true, false)), rough = ColourAxes.of(skin(4, true, false));
		for (int i = 0; i < axes.data().length; i++) if (i % SIDE > SIDE / 2) axes.data()[i] = rough.data()[i];
		final SeenPatches plain = SeenPatches.of(axes, face(), WIDTH, Progress.NONE), all = SeenPatches.ofBeard(axes, face(), WIDTH, Progress.NONE);
		assertEquals(0, Arrays.stream(plain.corners()).filter(corner -> corner % plain.detail().width() > SIDE / 2).count());
		assertTrue(Arrays.stream(all.corners()).filter(corner -> corner % all.detail().width() > SIDE / 2).count() > all.corners().length / 4);
		assertTrue(all.side() < plain.side(), all.side() + " and " + plain.side());
	}

	/** Half of it is four times as uneven, as hair is where it gleams. */
	@Test
	void ofHairTheDullerHalfCounts() {
		final Picture axes = ColourAxes.of(skin(1, true, false)), rough = ColourAxes.of(skin(4, true, false));
		for (int i = 0; i < axes.data().length; i++) if (i % SIDE > SIDE / 2) axes.data()[i] = rough.data()[i];
		final SeenPatches hair = SeenPatches.ofHair(axes, face(), WIDTH, Progress.NONE), all = SeenPatches.ofBeard(axes, face(), WIDTH, Progress.NONE);
		assertTrue(Arrays.stream(hair.corners()).filter(corner -> corner % hair.detail().width() > SIDE / 2).count() < 0.02 * hair.corners().length);
		assertTrue(hair.corners().length > all.corners().length / 3, hair.corners().length + " of " + all.corners().length);
		assertTrue(hair.contrast() < all.contrast() / 2, hair.contrast() + " of " + all.contrast());
		assertEquals(Math.sqrt(3) * SKIN[0], hair.brightness(), 0.02);
	}

	@Test
	void eachOctaveIsAsStrongAsTheSeenSkins() {
		final List<Picture> seen = Octaves.of(ColourAxes.of(skin(1, false, false)), Progress.NONE), made = Octaves.of(laid(skin(1, false, true), 1), Progress.NONE);
		for (int octave = 0; octave < Octaves.COUNT; octave++) for (int axis = 0; axis < 2; axis++) {
			assertEquals(1, deviation(made.get(octave), axis) / deviation(seen.get(octave), axis), 0.35, "octave " + octave + ", axis " + axis);
		}
	}

	/** What is darker is redder, as it is seen; noise that is made axis by axis would not know. */
	@Test
	void coloursBelongTogether() {
		final Picture laid = laid(skin(1, false, false), 1);
		double sum = 0;
		for (int i = 0; i < N; i++) sum += laid.data()[i] * laid.data()[N + i];
		assertTrue(255 * 255 * sum / N < -0.5 * deviation(laid, 0) * deviation(laid, 1), "brightness and redness: " + 255 * 255 * sum / N);
	}

	@Test
	void spotsAreNotDoubled() {
		float least = 0;
		for (final float value : Arrays.copyOf(laid(skin(1, false, true), 1).data(), N)) least = Math.min(least, value);
		assertTrue(-255 * least < DARKER / 2, "a spot of " + -255 * least);
	}

	@Test
	void smoothSkinStaysSmooth() {
		assertNull(patches(skin(0, false, false)));
		final Picture ramp = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < 3 * N; i++) ramp.data()[i] = Colour.byteToLinear(60 + i % SIDE / 3 + i % N / SIDE / 4);
		assertNull(patches(ramp), "the steps of 8 bits are no texture");
		assertNotNull(patches(skin(1, false, true)));
	}

	@Test
	void tooLittleSkinHasNone() {
		final boolean[] few = new boolean[N];
		for (int i = 0; i < N; i++) few[i] = i % SIDE < 30 && i / SIDE < 30;
		assertNull(SeenPatches.of(ColourAxes.of(skin(1, false, false)), few, WIDTH, Progress.NONE));
		assertNull(SeenPatches.of(ColourAxes.of(skin(1, false, false)), new boolean[N], WIDTH, Progress.NONE));
		assertNull(SeenPatches.of(ColourAxes.of(skin(1, false, false)), face(), 100, Progress.NONE), "a face of few pixels");
	}

	@Test
	void greyStaysGrey() {
		final Picture laid = laid(skin(1, true, true), 1);
		for (int i = N; i < 3 * N; i++) assertEquals(0, laid.data()[i], 1e-6);
		assertTrue(deviation(laid, 0) > 1);
	}

	@Test
	void shadeHasLessAndWhatIsNoSkinKeepsItsNoise() {
		final Picture noise = laid(skin(1, false, false), 7), bright = laid(skin(1, false, false), 1);
		final float[] before = noise.data().clone();
		assertArrayEquals(noise.data(), laid(skin(1, false, false), noise, 0, 1, 1).data());
		laid(skin(1, false, false), noise, 1, 1, 1);
		assertArrayEquals(before, noise.data(), "noise that is given is not changed");
		assertEquals(0.4 * deviation(bright, 0), deviation(laid(skin(1, false, false), null, 1, 0.4f, 1), 0), 0.01);
	}

	@Test
	void theSeedAloneDecides() {
		final Picture seen = skin(1, false, false);
		assertArrayEquals(laid(seen, 3).data(), laid(seen, 3).data());
		assertFalse(Arrays.equals(laid(seen, 3).data(), laid(seen, 4).data()));
	}

	@Test
	void hairAndWhatIsOfAnotherColourIsNoSkin() {
		final float[] skin = { Colour.toLinear(SKIN[0]), Colour.toLinear(SKIN[1]), Colour.toLinear(SKIN[2]) };
		final SeenSkin seen = new SeenSkin(null, skin, skin, 0, 0);
		final Picture colours = new Picture(64, 64, 3), scalp = new Picture(64, 64, 1);
		for (int i = 0; i < 3 * 64 * 64; i++) colours.data()[i] = i / (64 * 64) == 2 && i % 64 < 32 ? 1 : skin[i / (64 * 64)];
		for (int i = 0; i < 64 * 32; i++) scalp.data()[i] = 1;
		final Picture share = seen.share(colours, scalp, FRAME, Progress.NONE);
		assertEquals(0, share.get(10, 50, 0), 1e-6, "blue");
		assertEquals(0, share.get(50, 10, 0), 1e-6, "where hair grows");
		assertEquals(1, share.get(50, 50, 0), 1e-6);
		assertEquals(1, seen.share(colours, null, FRAME, Progress.NONE).get(50, 10, 0), 1e-6, "a bald scalp");
	}

	@Test
	void cancels() {
		final SeenTexture texture = new SeenTexture(patches(skin(1, false, false)), AREA, FRAME, 1);
		assertThrows(CancellationException.class, () -> SeenPatches.of(ColourAxes.of(skin(1, false, false)), face(), WIDTH, StopWatch.STOPPED));
		assertThrows(CancellationException.class, () -> texture.over(null, skin(0, false, false), new Picture(64, 64, 1), StopWatch.STOPPED));
	}
}
