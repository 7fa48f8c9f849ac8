package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What is told of hard light by both sides of a face. */
class HardLightTest {

	private static final HeadMaps MAPS = LitScenes.MAPS;

	/** @param values of canonical x and y, in all channels */
	private static Picture map(final DoubleBinaryOperator values) {
		final Picture out = new Picture(MAPS.width(), MAPS.height(), 3);
		final float[] place = MAPS.coordinates().data();
		for (int i = 0; i < out.data().length; i++) out.data()[i] = (float) values.applyAsDouble(place[i % MAPS.size()], place[MAPS.size() + i % MAPS.size()]);
		return out;
	}

	private static Picture kept(final DoubleBinaryOperator detail) {
		final Picture out = map(detail);
		HardLight.keepBorders(MAPS, out, Progress.NONE);
		return out;
	}

	@Test
	void aStudiosLightIsSoftAndHalfAFaceInTheDarkIsHard() {
		assertEquals(0, HardLight.of(MAPS, map((x, y) -> 1)));
		assertEquals(0, HardLight.of(MAPS, map((x, y) -> x > 0 ? 1 : 0.5)));
		assertEquals(1, HardLight.of(MAPS, map((x, y) -> x > 0 ? 1 : 0.2)));
	}

	@Test
	void whatOneSideAloneShowsIsABorder() {
		final Picture left = kept((x, y) -> x < -0.3 && x > -0.5 ? -0.5 : 0);
		assertTrue(LitScenes.mean(left, -0.47, -0.3, -0.33, 0.3) < -0.4);
	}

	@Test
	void whatBothSidesShowIsTheFaceItself() {
		final Picture both = kept((x, y) -> Math.abs(x) > 0.3 && Math.abs(x) < 0.5 ? -0.5 : 0);
		assertTrue(LitScenes.mean(both, -0.47, -0.3, -0.33, 0.3) > -0.25);
	}

	@Test
	void whatIsFaintIsTexture() {
		assertEquals(0, LitScenes.mean(kept((x, y) -> x < 0 ? -0.02 : 0.02), -0.5, -0.3, -0.3, 0.3), 1e-6);
	}

	/** Red over luminance of a place, of a shading that is red on the left alone or on both sides. */
	private static double red(final boolean both) {
		final Picture shading = map((x, y) -> 1);
		final float[] place = MAPS.coordinates().data();
		for (int i = 0; i < MAPS.size(); i++) if (Math.abs(both ? Math.abs(place[i]) - 0.4 : place[i] + 0.4) < 0.1) shading.data()[i] = 1.5f;
		HardLight.keepColours(MAPS, shading, 1, Progress.NONE);
		final int n = MAPS.size();
		double most = 0;
		for (int i = 0; i < n; i++) {
			if (MAPS.matte().data()[i] < 0.99f || Math.abs(place[i] + 0.4) > 0.05 || Math.abs(place[n + i]) > 0.3) continue;
			most = Math.max(most, shading.data()[i] / Colour.luminance(shading.data()[i], shading.data()[n + i], shading.data()[2 * n + i]));
		}
		return most;
	}

	@Test
	void aColourOfOneSideIsLightAndOneOfBothIsSkin() {
		assertTrue(red(false) > 1.25, "one side " + red(false));
		assertTrue(red(true) < 1.2, "both sides " + red(true));
	}
}
