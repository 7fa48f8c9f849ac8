package org.icportrait.generate;

import static org.icportrait.generate.InFrame.N;
import static org.icportrait.generate.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.icportrait.head.HeadModel;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A frame that spreads the side of the mean head out: depth along its columns, height along its rows; the photograph shows what lies before the ear. */
class NapeTest {

	private static final float[] SKIN = { 0.5f, 0.3f, 0.2f }, CLOTH = { 0.9f, 0.9f, 0.9f };
	private static final float COLLAR = -1.1f;
	private static final float[] ASIDE = aside();

	private static float y(final int row) {
		return 0.6f - 2.2f * (row + 0.5f) / SIDE;
	}

	private static float z(final int column) {
		return -0.9f + 1.8f * (column + 0.5f) / SIDE;
	}

	private static int cell(final double y, final double z) {
		return (int) ((0.6 - y) / 2.2 * SIDE) * SIDE + (int) ((z + 0.9) / 1.8 * SIDE);
	}

	/** How far aside the mean head's skin lies, by the vertex nearest in height and depth. */
	private static float[] aside() {
		final HeadModel model = HeadModel.standard();
		final float[] p = model.neutral(), out = new float[N], nearest = new float[N];
		Arrays.fill(nearest, Float.MAX_VALUE);
		for (int v = 0; v < model.size(); v++) {
			if (p[3 * v] < 0 || model.region(v) == HeadModel.EYE) continue;
			for (int i = 0; i < N; i++) {
				final float dy = p[3 * v + 1] - y(i / SIDE), dz = p[3 * v + 2] - z(i % SIDE), distance = dy * dy + dz * dz;
				if (distance >= nearest[i]) continue;
				nearest[i] = distance;
				out[i] = p[3 * v];
			}
		}
		return out;
	}

	/** @param collar where clothes begin @param farther out (dm) than skin lies what is seen of the neck */
	private static Condition condition(final float collar, final float farther) {
		final Condition condition = InFrame.condition(InFrame.flat(0));
		final FloatBuffer maps = condition.maps().buffer(), start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			final float y = y(i / SIDE), z = z(i % SIDE);
			for (int channel = 0; channel < 2; channel++) maps.put(channel * N + i, z > 0 ? 1 : 0);
			maps.put(3 * N + i, ASIDE[i] + (y < -0.5f ? farther : 0)).put(4 * N + i, y).put(5 * N + i, z).put(6 * N + i, 1);
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(y > collar ? SKIN[c] : CLOTH[c]));
		}
		return condition;
	}

	private static Nape nape(final float collar, final float farther) {
		return Nape.of(condition(collar, farther), 1, Progress.NONE);
	}

	@Test
	void unseenNeckIsSkinFromTheHairLineDownToTheCollar() {
		final Nape nape = nape(COLLAR, 0);
		assertNotNull(nape);
		final float[] share = nape.share().data();
		assertEquals(1, share[cell(-0.8, -0.4)], 0.02);
		assertEquals(1, share[cell(-0.4, -0.2)], 0.02);
		assertEquals(0, share[cell(0.1, -0.7)], 0.02, "hair");
		assertEquals(0, share[cell(-1.35, -0.4)], 0.02, "under the shirt");
		assertEquals(0, share[cell(-0.2, 0.6)], 0.02, "face");
	}

	@Test
	void itHasTheNecksColourAndNoneOfTheShirts() {
		final Picture colours = nape(COLLAR, 0).colours();
		for (final double y : new double[] { -0.5, -0.8, -1.05 }) {
			final int i = cell(y, -0.3);
			for (int c = 0; c < 3; c++) assertEquals(SKIN[c], colours.data()[c * N + i], 0.1f * SKIN[c], y + " dm");
		}
	}

	@Test
	void whatTurnsAwayIsDarker() {
		final Condition condition = condition(COLLAR, 0);
		for (int i = 0; i < N; i++) condition.maps().buffer().put(6 * N + i, 1.01f + 6 * Math.min(0, z(i % SIDE) + 0.5f));
		final float[] colours = Nape.of(condition, 1, Progress.NONE).colours().data();
		assertTrue(colours[cell(-0.8, -0.75)] < 0.75f * colours[cell(-0.8, -0.3)], colours[cell(-0.8, -0.75)] + " and " + colours[cell(-0.8, -0.3)]);
	}

	/** From the hair line to skin it takes several pixels. */
	@Test
	void theHairLineIsSoft() {
		final float[] share = nape(COLLAR, 0).share().data();
		int between = 0;
		for (int row = 0; row < cell(-0.8, -0.4) / SIDE; row++) {
			final float one = share[row * SIDE + cell(0, -0.4) % SIDE];
			if (one > 0.05f && one < 0.95f) between++;
		}
		assertTrue(between >= 3, between + " pixels");
	}

	@Test
	void underAHighCollarAndUnderLongHairThereIsNone() {
		assertNull(nape(-0.5f, 0));
		assertNull(nape(COLLAR, 0.3f));
	}

	@Test
	void elsewhereWhatWasGeneratedStays() {
		final Picture made = InFrame.grey(InFrame.flat(0.5f)), with = nape(COLLAR, 0).over(made);
		final int face = cell(-0.2, 0.6), neck = cell(-0.8, -0.3);
		assertEquals(made.data()[face], with.data()[face], 0.01f);
		assertEquals(SKIN[2], with.data()[2 * N + neck], 0.03f);
	}
}
