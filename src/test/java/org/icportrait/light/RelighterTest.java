package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.view.HeadMaps;
import org.junit.jupiter.api.Test;

/** A rendered ellipsoid brought from one known light to another. */
class RelighterTest {

	private static final double[] A = LitScenes.soft(-1, 0.4, 0.8, 0.8, 0.75, 0.7), B = LitScenes.soft(1, 0.2, 0.6, 0.6, 0.7, 0.85);

	private static Picture shade(final double[] light) {
		return Shading.of(LitScenes.MAPS, LitScenes.HEAD.camera(), Light.of(light));
	}

	private static Picture relit(final Picture picture, final double[] from, final double[] to) {
		return Relighter.apply(picture, LitScenes.MAPS, shade(from), shade(to));
	}

	@Test
	void fromAToBIsTheRenderingUnderB() {
		final double error = LitScenes.meanDifference(relit(LitScenes.rendered(LitScenes.HEAD, A), A, B), LitScenes.rendered(LitScenes.HEAD, B));
		assertTrue(error < 0.03, "error " + error);
	}

	@Test
	void thereAndBackIsTheSource() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, A);
		final double error = LitScenes.meanDifference(relit(relit(picture, A, B), B, A), picture);
		assertTrue(error < 0.01, "error " + error);
	}

	@Test
	void theSameLightChangesNothing() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, A);
		assertArrayEquals(picture.data(), relit(picture, A, A).data(), 1e-6f);
	}

	@Test
	void aCastOfTheLightIsACastOfThePicture() {
		final double[] warm = A.clone();
		for (int i = 0; i < 27; i++) warm[i] *= i % 3 == 2 ? 0.5 : 1;
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, A), out = relit(picture, A, warm);
		final int middle = LitScenes.SIDE / 2;
		assertEquals(picture.get(middle, middle, 0), out.get(middle, middle, 0), 1e-5);
		assertEquals(0.5, out.get(middle, middle, 2) / picture.get(middle, middle, 2), 0.03);
	}

	@Test
	void theBackgroundKeepsItsLight() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, A), out = relit(picture, A, B);
		final HeadMaps maps = LitScenes.MAPS;
		for (int y = 0; y < LitScenes.SIDE; y++) {
			for (int x = 0; x < LitScenes.SIDE; x++) {
				final int i = x - maps.x(), j = y - maps.y();
				if (i >= 0 && j >= 0 && i < maps.width() && j < maps.height() && maps.matte().get(i, j, 0) > 0) continue;
				for (int c = 0; c < 3; c++) assertEquals(picture.get(x, y, c), out.get(x, y, c));
			}
		}
	}

	@Test
	void nothingIsBlownOutAndNothingIsNegative() {
		final double[] bright = new double[27];
		for (int i = 0; i < 27; i++) bright[i] = 20 * A[i];
		for (final float v : relit(LitScenes.rendered(LitScenes.HEAD, A), A, bright).data()) assertTrue(v >= 0 && v <= 1);
		for (final float v : relit(LitScenes.rendered(LitScenes.HEAD, A), bright, A).data()) assertTrue(v >= 0 && v <= 1);
	}

	@Test
	void noiseInDeepShadowIsNotRaisedWithoutLimit() {
		final Picture dim = LitScenes.rendered(LitScenes.HEAD, A);
		for (int i = 0; i < dim.data().length; i++) dim.data()[i] *= 1e-3f;
		final Picture dark = shade(Light.even(1e-6, 1e-6, 1e-6).harmonics()), out = Relighter.apply(dim, LitScenes.MAPS, dark, shade(A));
		for (int i = 0; i < out.data().length; i++) assertTrue(out.data()[i] <= 6.001f * dim.data()[i]);
	}

	@Test
	void theInputIsNotChanged() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, A), from = shade(A), to = shade(B);
		final float[] before = picture.data().clone(), old = from.data().clone(), wanted = to.data().clone();
		Relighter.apply(picture, LitScenes.MAPS, from, to);
		assertTrue(Arrays.equals(before, picture.data()) && Arrays.equals(old, from.data()) && Arrays.equals(wanted, to.data()));
	}
}
