package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.SKIN;
import static org.icportrait.skin.HeadSide.cell;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;

import org.icportrait.generate.Condition;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}, whose front half is seen. */
class SkinLightTest {

	/** Bent about an upright axis, so that it turns away to the left, as the unseen side does. */
	private static Picture bent() {
		final Picture out = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < N; i++) out.data()[i] = 1 - 1.2f * (float) Math.pow(HeadSide.z(i % SIDE) - 0.9, 2);
		return out;
	}

	/** What lies above the jaw. */
	private static float[] face(final Condition condition) {
		final float[] out = new float[N];
		for (int i = 0; i < N; i++) out[i] = condition.maps().buffer().get(4 * N + i) > -0.7f ? 1 : 0;
		return out;
	}

	private static Jaw jaw(final float[] face, final float[] shade) {
		return new Jaw(face, face, InFrame.flat(1), shade);
	}

	private static double[] normal(final Picture form, final int i, final Condition condition) {
		final double[] out = new double[3];
		Relief.normal(form, i, condition.frame().dm(), out);
		return out;
	}

	/** As a lamp from the side to which the face looks lights it. */
	@Test
	void unseenSkinLiesInTheLightThatSeenSkinStandsIn() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Picture form = bent();
		final FloatBuffer start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			final float lit = (float) (1 + 0.4 * normal(form, i, condition)[0]);
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(lit * Condition.linear(start.get(c * N + i))));
		}
		final SeenSkin skin = SeenSkin.of(condition);
		final float[] light = SkinLight.of(condition.startPicture(), form, jaw(face(condition), InFrame.flat(1)), condition, skin).bright();
		final double mean = Colour.luminance(skin.cheek()[0], skin.cheek()[1], skin.cheek()[2]), skinned = Colour.luminance(SKIN[0], SKIN[1], SKIN[2]);
		for (final double z : new double[] { 0.4, 0.1, -0.2, -0.5 }) {
			final int i = cell(-0.1, z);
			final double wanted = Math.max(0.5, (1 + 0.4 * normal(form, i, condition)[0]) * skinned / mean);
			assertEquals(wanted, light[i], 0.12 * wanted, "at " + z);
		}
		assertTrue(light[cell(-0.1, -0.7)] < 0.9 * light[cell(-0.1, 0.4)], "it grows darker");
	}

	/** It stays where the lamp is while the head turns. */
	@Test
	void theNeckHasALightOfItsOwn() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Picture form = bent();
		final FloatBuffer start = condition.start().buffer();
		final float[] face = face(condition);
		for (int i = 0; i < N; i++) {
			final float lit = (float) (1 + (face[i] > 0 ? 0.4 : 0) * normal(form, i, condition)[0]);
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(lit * Condition.linear(start.get(c * N + i))));
		}
		final float[] light = SkinLight.of(condition.startPicture(), form, jaw(face, InFrame.flat(1)), condition, SeenSkin.of(condition)).bright();
		assertTrue(light[cell(-0.1, -0.6)] < 0.95f * light[cell(-0.1, 0.3)], "face " + light[cell(-0.1, -0.6)] + " and " + light[cell(-0.1, 0.3)]);
		assertTrue(light[cell(-0.9, -0.6)] > 0.85f * light[cell(-0.9, 0.3)], "neck " + light[cell(-0.9, -0.6)] + " and " + light[cell(-0.9, 0.3)]);
	}

	/** Seen under a chin, where its normals say that light comes as it does on what is open. */
	@Test
	void whatIsShadedIsNoDarkerLightElsewhere() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Picture form = bent();
		final FloatBuffer start = condition.start().buffer();
		final float[] face = face(condition), shade = InFrame.flat(1);
		for (int i = 0; i < N; i++) {
			if (face[i] > 0) continue;
			if (HeadSide.z(i % SIDE) > 0.4f) shade[i] = 0.6f;
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(shade[i] * Condition.linear(start.get(c * N + i))));
		}
		final SeenSkin skin = SeenSkin.of(condition);
		final float[] light = SkinLight.of(condition.startPicture(), form, jaw(face, shade), condition, skin).bright(), even = SkinLight.of(condition.startPicture(), form, jaw(face, InFrame.flat(1)), condition, skin).bright();
		final int shaded = cell(-0.9, 0.7), open = cell(-0.9, 0.2);
		assertEquals(0.6, light[shaded] / light[open], 0.06);
		assertTrue(even[shaded] / even[open] > 0.7, "by normals alone " + even[shaded] / even[open]);
	}

	/** A lamp from the unseen side lights the face; of the neck a flat piece is seen, which does not tell. */
	@Test
	void whatTheNeckDoesNotTellItsFaceDoes() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Picture form = bent();
		final FloatBuffer start = condition.start().buffer();
		final float[] face = face(condition);
		for (int i = 0; i < N; i++) {
			if (face[i] == 0 && HeadSide.z(i % SIDE) > 0) form.data()[i] = 0;
			final float lit = face[i] == 0 ? 1 : (float) (1 - 0.5 * normal(form, i, condition)[0]);
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(lit * Condition.linear(start.get(c * N + i))));
		}
		final float[] light = SkinLight.of(condition.startPicture(), form, jaw(face, InFrame.flat(1)), condition, SeenSkin.of(condition)).bright();
		assertTrue(light[cell(-0.9, -0.5)] > 1.03f * light[cell(-0.9, 0.5)], light[cell(-0.9, -0.5)] + " beside " + light[cell(-0.9, 0.5)]);
	}

	/** The sums of first order would go on to nothing. */
	@Test
	void itComesDownToWhatComesFromAllAroundEverMoreSlowly() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Picture form = bent();
		final FloatBuffer start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			final float lit = (float) Math.max(0.05, 1 + 1.2 * normal(form, i, condition)[0]);
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(Math.min(1, lit * Condition.linear(start.get(c * N + i)))));
		}
		final float[] light = SkinLight.of(condition.startPicture(), form, jaw(face(condition), InFrame.flat(1)), condition, SeenSkin.of(condition)).bright();
		final float near = light[cell(-0.1, 0.2)], far = light[cell(-0.1, -0.3)], farther = light[cell(-0.1, -0.8)];
		assertTrue(farther >= 0.55f && far > farther && near > far, near + ", " + far + ", " + farther);
	}

	/** Chest and shoulders stand in the way of what comes from all around: a jaw whose underside is no darker has no edge. */
	@Test
	void whatFacesDownBeneathAJawIsDarkerThanWhatTurnsAside() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Picture form = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < N; i++) form.data()[i] = HeadSide.z(i % SIDE) > 0 ? 0 : 2 * Math.min(0, 0.7f + condition.y(i));
		final float[] face = face(condition);
		final SeenSkin skin = SeenSkin.of(condition);
		final float[] light = SkinLight.of(condition.startPicture(), form, jaw(face, InFrame.flat(1)), condition, skin).bright();
		final float[] above = SkinLight.of(condition.startPicture(), form, new Jaw(face, face, InFrame.flat(0), InFrame.flat(1)), condition, skin).bright();
		final int under = cell(-0.9, -0.4), aside = cell(-0.1, -0.4);
		assertTrue(light[under] < 0.97f * above[under], light[under] + " beneath a jaw, " + above[under] + " elsewhere");
		assertEquals(above[aside], light[aside], 1e-6f);
	}

	/** Flat skin says nothing of what turns away. */
	@Test
	void whereNormalsTellNothingItIsSoftLightFromAbove() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Picture form = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < N; i++) form.data()[i] = 1 + 2 * Math.min(0, HeadSide.z(i % SIDE) + 0.3f);
		final float[] light = SkinLight.of(condition.startPicture(), form, jaw(face(condition), InFrame.flat(1)), condition, SeenSkin.of(condition)).bright();
		assertEquals(1, light[cell(-0.1, 0.4)], 0.02);
		assertTrue(light[cell(-0.1, -0.6)] < 0.95, "what turns away: " + light[cell(-0.1, -0.6)]);
	}
}
