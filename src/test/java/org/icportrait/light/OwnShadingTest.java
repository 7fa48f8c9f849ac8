package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.geometry.Harmonics;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The shading that a rendered picture carries. */
class OwnShadingTest {

	private static final Light LIGHT = Light.of(LitScenes.soft(-1, 0.4, 0.8, 0.9, 0.8, 0.7));

	private static Picture own(final Picture picture, final Light light) {
		return OwnShading.of(LitScenes.lit(LitScenes.HEAD, picture), light, Progress.NONE);
	}

	private static Picture explained(final Light light) {
		return Shading.of(LitSurface.of(LitScenes.MAPS, LitScenes.HEAD.camera()), light, Progress.NONE);
	}

	private static double error(final Picture shading, final Light truth) {
		return LitScenes.meanDifference(LitScenes.shaded(shading), LitScenes.shaded(explained(truth)));
	}

	@Test
	void ofAnExplainedPictureItIsWhatTheLightExplains() {
		final double error = error(own(LitScenes.rendered(LitScenes.HEAD, LIGHT.harmonics()), LIGHT), LIGHT);
		assertTrue(error < 0.01, "error " + error);
	}

	@Test
	void itMendsMostOfAWrongLight() {
		final Light wrong = Light.of(Harmonics.even(0.4, 0.4, 0.4));
		final Picture own = own(LitScenes.rendered(LitScenes.HEAD, LIGHT.harmonics()), wrong);
		final double before = error(explained(wrong), LIGHT), after = error(own, LIGHT);
		assertTrue(after < 0.5 * before, before + " to " + after);
	}

	@Test
	void poresStayInThePicture() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, LIGHT.harmonics());
		final Random random = new Random(3);
		for (int i = 0; i < picture.planeSize(); i++) {
			final float pore = 1 + 0.3f * (random.nextFloat() - 0.5f);
			for (int c = 0; c < 3; c++) picture.data()[c * picture.planeSize() + i] *= pore;
		}
		final double error = error(own(picture, LIGHT), LIGHT);
		assertTrue(error < 0.02, "error " + error);
	}

	/** A lamp from the right whose shadow ends left of the nose, with a mole in the light. */
	private static Picture halfDark(final boolean mole) {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, Light.of(Harmonics.even(1, 1, 1)).harmonics());
		final int side = LitScenes.SIDE, border = side / 2 - 14, plane = picture.planeSize();
		for (int i = 0; i < 3 * plane; i++) {
			if (i % side < border) picture.data()[i] *= 0.12f;
			if (mole && Math.hypot(i % side - 85, i % plane / side - 65) < 1.6) picture.data()[i] *= 0.4f;
		}
		return picture;
	}

	/** How bright the picture is left of and right of a column of a shadow's border, once its own shading is taken out. */
	private static double[] besideTheBorder(final Picture picture) {
		final LitHead head = LitScenes.lit(LitScenes.HEAD, picture);
		final Picture own = own(picture, Light.of(Harmonics.even(0.5, 0.5, 0.5))), plain = LitScenes.rendered(LitScenes.HEAD, Light.of(Harmonics.even(1, 1, 1)).harmonics());
		final double[] sums = new double[2];
		for (int y = 50; y < 80; y++) {
			for (int k = 0; k < 2; k++) {
				for (int x = LitScenes.SIDE / 2 - 14 + (k == 0 ? -4 : 2); x < LitScenes.SIDE / 2 - 14 + (k == 0 ? -2 : 4); x++) {
					sums[k] += Math.log(picture.get(x, y, 1) / plain.get(x, y, 1) / own.sample(head.maps().column(x + 0.5, y + 0.5), head.maps().row(x + 0.5, y + 0.5), 1)) / 60;
				}
			}
		}
		return sums;
	}

	@Test
	void theBorderOfAHardShadowIsFollowed() {
		final double[] left = besideTheBorder(halfDark(false));
		assertTrue(left[1] - left[0] < 0.3, "from dark to lit a step of " + (left[1] - left[0]) + " stays");
	}

	@Test
	void aMoleInHardLightStaysInThePicture() {
		final Picture without = own(halfDark(false), LIGHT), with = own(halfDark(true), LIGHT);
		for (int i = 0; i < with.data().length; i++) assertEquals(1, with.data()[i] / without.data()[i], 0.12);
	}

	/** What is read of a grey picture has skin's colours, and those must not come into it. */
	@Test
	void theHardLightOfAGreyPictureIsGrey() {
		final Picture picture = halfDark(false);
		Colour.takeAway(picture);
		final Picture own = own(picture, LIGHT);
		final int n = own.planeSize();
		for (int i = 0; i < n; i++) {
			assertEquals(own.data()[i], own.data()[n + i], 1e-6f);
			assertEquals(own.data()[i], own.data()[2 * n + i], 1e-6f);
		}
	}

	@Test
	void itIsPositiveForABlackPicture() {
		for (final float v : own(new Picture(LitScenes.SIDE, LitScenes.SIDE, 3), LIGHT).data()) assertTrue(v > 0 && Float.isFinite(v));
	}
}
