package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

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
		return Shading.of(LitScenes.MAPS, LitScenes.HEAD.camera(), light, Progress.NONE);
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
		final Light wrong = Light.even(0.4, 0.4, 0.4);
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

	@Test
	void itIsPositiveForABlackPicture() {
		for (final float v : own(new Picture(LitScenes.SIDE, LitScenes.SIDE, 3), LIGHT).data()) assertTrue(v > 0 && Float.isFinite(v));
	}
}
