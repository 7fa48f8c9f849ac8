package org.icportrait.finish;

import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.skin.InFrame;
import org.icportrait.texture.ColourAxes;
import org.icportrait.texture.SeenPatches;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A scalp of coiled hair: the left half is seen, dark with brighter and darker coils, and what was generated is plain. */
class TexturesTest {

	private static final int LARGE = 740, PIXELS = LARGE * LARGE;
	private static final Frame FRAME = Frame.of(new HeadCamera(0.49 * LARGE, 0.49 * LARGE, LARGE / 3.7, 0), SIDE);
	private static final Area AREA = new Area(0, 0, LARGE, LARGE);
	/** sRGB. */
	private static final float HAIR = 0.2f;

	/** @param deviation of its coils, sRGB @param gleams of a third of it, sRGB */
	private static Picture portrait(final float deviation, final float gleams) {
		final Random random = new Random(3);
		final Picture white = new Picture(LARGE, LARGE, 1), out = new Picture(LARGE, LARGE, 3);
		for (int i = 0; i < PIXELS; i++) white.data()[i] = 5 * deviation * (float) random.nextGaussian();
		final Picture coils = BoxBlur.blur(white, 2, Progress.NONE);
		for (int i = 0; i < 3 * PIXELS; i++) {
			final float gleam = i % PIXELS / LARGE < LARGE / 3 ? gleams * Math.signum(coils.data()[i % PIXELS]) : 0;
			out.data()[i] = Colour.toLinear(Math.max(0, HAIR + coils.data()[i % PIXELS] + gleam));
		}
		return out;
	}

	private static Textures textures(final Picture portrait, final float combed) {
		return textures(portrait, true, null, combed);
	}

	/** @param shown whether the view shows any of it @param photographed squares of it */
	private static Textures textures(final Picture portrait, final boolean shown, final SeenPatches photographed, final float combed) {
		final Condition condition = new Condition(FRAME, Tensor.floats(1, 3, SIDE, SIDE), Tensor.floats(1, Condition.MAPS, SIDE, SIDE), new Picture(SIDE, SIDE, 3));
		for (int i = 0; i < N; i++) {
			for (int channel = 0; channel < 2; channel++) condition.maps().buffer().put(channel * N + i, InFrame.isShown(i) ? 1 : 0);
			condition.maps().buffer().put(4 * N + i, 1);
			condition.maps().buffer().put(6 * N + i, 0.5f);
		}
		final boolean[] person = new boolean[PIXELS];
		Arrays.fill(person, shown);
		return new Textures(ColourAxes.of(portrait), new boolean[PIXELS], person, AREA, condition, null, null, null, photographed, combed, 1, Progress.NONE);
	}

	/** Deviation of brightness, sRGB, of what is laid over plain grey. */
	private static double laid(final Textures textures, final float grey, final float haired) {
		final Picture noise = textures.over(null, ColourAxes.of(grey(LARGE, grey)), grey(SIDE, grey), InFrame.share(haired), Progress.NONE);
		double squares = 0;
		for (int i = 0; i < PIXELS; i++) squares += noise.data()[i] * noise.data()[i] / 3;
		return Math.sqrt(squares / PIXELS);
	}

	private static Picture grey(final int side, final float grey) {
		final Picture out = new Picture(side, side, 3);
		Arrays.fill(out.data(), Colour.toLinear(grey));
		return out;
	}

	@Test
	void coiledHairGoesOnAsItIsSeen() {
		final Textures textures = textures(portrait(0.02f, 0), 0);
		assertEquals(0, textures.combed());
		assertEquals(0.02, laid(textures, HAIR, 1), 0.006);
		assertEquals(0.5 * laid(textures, HAIR, 1), laid(textures, HAIR, 0.5f), 1e-4);
	}

	/** A view that is turned far shows none of it. */
	@Test
	void hairGoesOnAsThePhotographShowsIt() {
		final boolean[] all = new boolean[PIXELS];
		Arrays.fill(all, true);
		final SeenPatches photographed = SeenPatches.ofHair(ColourAxes.of(portrait(0.02f, 0)), all, FRAME.toPicture().scale(), Progress.NONE);
		assertTrue(textures(portrait(0.02f, 0), false, null, 0).isNone());
		assertEquals(0.02, laid(textures(portrait(0.02f, 0), false, photographed, 0), HAIR, 1), 0.006);
		assertEquals(0.02, laid(textures(portrait(0, 0), true, photographed, 0), HAIR, 1), 0.006, "and not as a view draws it out");
		assertTrue(textures(portrait(0.02f, 0), true, photographed, 1).isNone(), "where none grows");
	}

	@Test
	void combedHairAndNoneHaveNone() {
		final Textures one = textures(portrait(0.02f, 0), 1);
		final Picture noise = new Picture(LARGE, LARGE, 3);
		assertTrue(one.isNone());
		assertEquals(1, one.combed(), "strands are drawn instead");
		assertNull(one.over(null, noise, grey(SIDE, HAIR), InFrame.share(1), Progress.NONE));
		assertSame(noise, one.over(noise, noise, grey(SIDE, HAIR), InFrame.share(1), Progress.NONE));
	}

	/** Where networks paint a mist of hair and skin. */
	@Test
	void whatIsMuchBrighterThanHairIsSkin() {
		assertEquals(0, laid(textures(portrait(0.02f, 0), 0), 3 * HAIR, 1));
	}

	@Test
	void gleamsAreNotLaidBehindAHead() {
		final double plain = laid(textures(portrait(0.02f, 0), 0), HAIR, 1), gleaming = laid(textures(portrait(0.02f, 0.15f), 0), HAIR, 1);
		assertTrue(gleaming < 1.5 * plain, gleaming + " and " + plain);
		assertTrue(laid(textures(portrait(0.09f, 0), 0), HAIR, 1) < 0.055, "wet hair");
	}
}
