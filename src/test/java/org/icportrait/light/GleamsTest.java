package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What gleams on skin does not grow with the skin below it. */
class GleamsTest {

	private static final HeadMaps MAPS = LitScenes.MAPS;
	private static final int SIDE = LitScenes.SIDE, MIDDLE = SIDE / 2, GLEAMING = 24;
	private static final Area AREA = new Area(0, 0, SIDE, SIDE);
	/** Dark skin, and a dull light that it gives back. */
	private static final float[] SKIN = { 0.08f, 0.04f, 0.025f };
	private static final float GLEAM = 0.05f;
	private static final Picture EVEN = filled(1);

	/** Skin all over, which gleams on the left of the face. */
	private static Picture picture(final float[] skin) {
		final Picture out = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = skin[i / (SIDE * SIDE)] + (i % SIDE < MIDDLE - GLEAMING ? GLEAM : 0);
		return out;
	}

	private static Picture filled(final float value) {
		final Picture out = new Picture(MAPS.width(), MAPS.height(), 3);
		Arrays.fill(out.data(), value);
		return out;
	}

	private static HeldGleams gleams(final Picture picture, final double strength) {
		final LitHead head = new LitHead(picture, AREA, LitSurface.of(MAPS, LitScenes.HEAD.camera()), Rotation.IDENTITY, LitScenes.GUESS, null);
		return Gleams.of(head).on(MAPS, FaceLight.of(MAPS, EVEN)).under(new WantedLight(EVEN, Light.of(Harmonics.even(1, 1, 1)), strength));
	}

	/** Red at a distance from the middle of the face. */
	private static float lit(final Picture picture, final float ratio, final double strength, final int x) {
		return LitScenes.relit(picture, AREA, MAPS, filled(ratio), gleams(picture, strength), LitScenes.everywhere(AREA), Progress.NONE).get(MIDDLE + x, MIDDLE, 0);
	}

	@Test
	void skinGrowsBrighterAndItsGleamsDoNot() {
		final Picture picture = picture(SKIN);
		assertEquals(2 * SKIN[0], lit(picture, 2, 1, 0), 1e-3);
		assertEquals(2 * SKIN[0] + GLEAM, lit(picture, 2, 1, -GLEAMING - 2), 5e-3);
	}

	/** Placed once for all lights: each says by itself how far they follow. */
	@Test
	void beforeALightIsKnownTheyFollowTheSkin() {
		final Picture picture = picture(SKIN);
		final LitHead head = new LitHead(picture, AREA, LitSurface.of(MAPS, LitScenes.HEAD.camera()), Rotation.IDENTITY, LitScenes.GUESS, null);
		final HeldGleams placed = Gleams.of(head).on(MAPS, FaceLight.of(MAPS, EVEN));
		assertEquals(2 * (SKIN[0] + GLEAM), LitScenes.relit(picture, AREA, MAPS, filled(2), placed, LitScenes.everywhere(AREA), Progress.NONE).get(MIDDLE - GLEAMING - 2, MIDDLE, 0), 1e-6);
	}

	@Test
	void inTheShadeGleamsFadeWithTheSkin() {
		final Picture picture = picture(SKIN);
		assertEquals(0.5f * (SKIN[0] + GLEAM), lit(picture, 0.5f, 1, -GLEAMING - 2), 1e-6);
	}

	@Test
	void aBrighterPhotographHasBrighterGleams() {
		final Picture picture = picture(SKIN);
		assertEquals(2 * (SKIN[0] + GLEAM), lit(picture, 2, 2, -GLEAMING - 2), 1e-6);
	}

	/** Grey beards look like gleams, and must not stay dark. */
	@Test
	void whatIsGreyIsBrightenedInPart() {
		final Picture picture = picture(SKIN);
		for (int c = 0; c < 3; c++) picture.set(MIDDLE + 10, MIDDLE, c, 0.05f);
		final float grey = lit(picture, 6, 1, 10);
		assertTrue(grey > 0.39 * 6 * 0.05f && grey < 0.8 * 6 * 0.05f, () -> "" + grey);
	}

	/** The whites of eyes and teeth are no gleams. */
	@Test
	void eyesAndTeethAreLitAsSkinIs() {
		final Picture grey = new Picture(SIDE, SIDE, 3);
		Arrays.fill(grey.data(), 0.05f);
		final Picture lit = LitScenes.relit(grey, AREA, MAPS, filled(3), gleams(picture(SKIN), 1), LitScenes.everywhere(AREA), Progress.NONE);
		assertEquals(0.15, at(lit, 0.33f, 0.38f), 1e-4);
		assertEquals(0.15, at(lit, 0, -0.35f), 1e-4);
		assertTrue(at(lit, 0, 0) < 0.08);
	}

	/** At the place with these canonical coordinates. */
	private static float at(final Picture lit, final float x, final float y) {
		final float[] place = MAPS.coordinates().data();
		int best = 0;
		double least = Double.MAX_VALUE;
		for (int i = 0; i < MAPS.size(); i++) {
			final double off = Math.hypot(place[i] - x, place[MAPS.size() + i] - y);
			if (MAPS.matte().data()[i] < 0.99f || off >= least) continue;
			least = off;
			best = i;
		}
		final double column = best % MAPS.width() + 0.5, row = best / MAPS.width() + 0.5;
		return lit.sample(MAPS.pictureToMaps().inverse().x(column, row), MAPS.pictureToMaps().inverse().y(column, row), 0);
	}

	@Test
	void onGreySkinNoneAreTold() {
		assertSame(HeldGleams.NONE, gleams(picture(new float[] { 0.1f, 0.1f, 0.1f }), 1));
	}

	@Test
	void whatIsBluerThanSkinGleamsWhole() {
		final LitHead head = new LitHead(picture(SKIN), AREA, LitSurface.of(MAPS, LitScenes.HEAD.camera()), Rotation.IDENTITY, LitScenes.GUESS, null);
		final float[] gleam = new float[3];
		Gleams.of(head).part(0.02f, 0.025f, 0.04f, gleam);
		assertArrayEquals(new float[] { 0.02f, 0.025f, 0.04f }, gleam, 5e-3f);
	}
}
