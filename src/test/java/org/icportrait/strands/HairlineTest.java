package org.icportrait.strands;

import static org.icportrait.strands.SideOfHair.N;
import static org.icportrait.strands.SideOfHair.SIDE;
import static org.icportrait.strands.SideOfHair.SKIN;
import static org.icportrait.strands.SideOfHair.at;
import static org.icportrait.strands.SideOfHair.condition;
import static org.icportrait.strands.SideOfHair.ears;
import static org.icportrait.strands.SideOfHair.flat;
import static org.icportrait.strands.SideOfHair.isHair;
import static org.icportrait.strands.SideOfHair.scalp;
import static org.icportrait.strands.SideOfHair.skin;
import static org.icportrait.strands.SideOfHair.y;
import static org.icportrait.strands.SideOfHair.z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.skin.Ears;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** How hair ends on the {@link SideOfHair}. */
class HairlineTest {

	/** A white cap's hem ends at once, at the temple, and sideburns below it in hairs. */
	@Test
	void aHatEndsInAHem() {
		final Condition condition = condition(0.9f);
		final SeenHairline line = SeenHairline.of(condition, scalp(), true, skin(), ears(), Progress.NONE);
		final Picture made = flat(0.9f, 3), grown = line.with(scalp(), ears(), condition.frame());
		final Strands strands = Strands.of(Rotation.IDENTITY, grown, flat(0.3f, 3), condition, Hanging.NONE, 1, 3, Progress.NONE);
		final Ears beside = new Ears(flat(0.5f, 1), flat(0, 1), null);
		final Hairline.Layers layers = Hairline.of(line, strands, true, Rotation.IDENTITY, condition, skin(), beside, 1, null, 3, Progress.NONE).over(made, Progress.NONE);
		for (int i = 0; i < N; i++) layers.over(made, i % SIDE, i / SIDE, i % SIDE + 0.5, i / SIDE + 0.5, 1);
		assertEquals(0.9f, made.data()[at(0.6f, 0.25f)], 0.05, "cloth within");
		assertEquals(SKIN, made.data()[at(-0.5f, 0.25f)], 0.02, "far below it and beside an ear there is none");
		assertTrue(between(made, 0.6f) <= 2, "soft over " + between(made, 0.6f) + " pixels");
		assertTrue(between(made, 0.14f) > between(made, 0.6f), "hairs below it over " + between(made, 0.14f));
	}

	/** Pixels of a row, by its height, that are neither cloth nor skin. */
	private static int between(final Picture made, final float y) {
		int count = 0;
		for (final float value : Arrays.copyOfRange(made.data(), at(y, 0), at(y, 0.8f))) if (value > 0.55f && value < 0.85f) count++;
		return count;
	}

	/** A mist of both over all of the sideburn. */
	private static Picture mist() {
		final Picture made = flat(SKIN, 3);
		for (int i = 0; i < 3 * N; i++) if (y(i % N) > 0.3f) made.data()[i] = 0.02f + (made.data()[i] - 0.02f) * Math.max(0, Math.min(1, (0.95f - y(i % N)) / 0.6f));
		return made;
	}

	/** What was generated, with hair that ends on it. */
	private static Picture drawn(final Condition condition, final Picture made, final Ears ears) {
		final SeenHairline line = SeenHairline.of(condition, scalp(), false, skin(), ears(), Progress.NONE);
		final Picture out = flat(0, 3);
		final Strands strands = Strands.of(Rotation.IDENTITY, line.with(scalp(), ears(), condition.frame()), flat(0.3f, 3), condition, Hanging.NONE, 1, 3, Progress.NONE);
		final Hairline.Layers layers = Hairline.of(line, strands, false, Rotation.IDENTITY, condition, skin(), ears, 1, null, 3, Progress.NONE).over(made, Progress.NONE);
		System.arraycopy(made.data(), 0, out.data(), 0, 3 * N);
		for (int i = 0; i < N; i++) layers.over(out, i % SIDE, i / SIDE, i % SIDE + 0.5, i / SIDE + 0.5, 1);
		return out;
	}

	@Test
	void hairEndsInStrandsAndNotInAMist() {
		final Picture out = drawn(condition(0.02f), mist(), ears());
		assertTrue(out.data()[at(0.45f, 0.25f)] < 0.1f, "hair within: " + out.data()[at(0.45f, 0.25f)]);
		assertEquals(SKIN, out.data()[at(0.5f, 0.55f)], 0.03, "skin without");
		final float[] row = Arrays.copyOfRange(out.data(), at(0.3f, 0), at(0.3f, 0.8f));
		int between = 0;
		for (final float value : row) if (value > 0.12f && value < 0.4f) between++;
		assertTrue(between <= 6, "soft over " + between + " pixels");
	}

	/** Skin between both, or a mist, would be a halo around the ear. */
	@Test
	void hairReachesAnEar() {
		final Picture beside = flat(0, 1);
		for (int i = 0; i < N; i++) beside.data()[i] = z(i) < 0.2f ? 1 : 0;
		final Picture out = drawn(condition(0.02f), mist(), new Ears(beside, flat(0, 1), null));
		assertTrue(out.data()[at(0.5f, 0.1f)] < 0.1f, "beside: " + out.data()[at(0.5f, 0.1f)]);
	}

	/** At a temple nobody sees hairs a centimetre long that stand alone: teeth of a comb. */
	@Test
	void aTempleGoesFromHairToSkinWithinACentimetre() {
		final Picture made = flat(SKIN, 3);
		for (int i = 0; i < 3 * N; i++) if (z(i % N) < 0.15f) made.data()[i] = 0.02f;
		final Picture out = drawn(condition(0.02f), made, ears());
		int between = 0, rows = 0;
		for (float y = 0.45f; y < 0.7f; y += 0.02f, rows++) for (final float value : Arrays.copyOfRange(out.data(), at(y, 0), at(y, 0.8f))) if (value > 0.03f && value < 0.49f) between++;
		assertTrue(between > 0 && between / 40.0 / rows < 0.11, "dm " + between / 40.0 / rows);
	}

	/** Skin in its own shade, as in the folds of an ear that is seen askance, is as dark as hair. */
	@Test
	void hairHasNoColourOfSkinInTheShade() {
		final Condition condition = condition(0.02f);
		for (int i = 0; i < N; i++) {
			if (!isHair(i) || y(i) > 0.4f) continue;
			for (int c = 0; c < 3; c++) condition.start().buffer().put(c * N + i, Condition.signed(c == 0 ? 0.015f : 0.008f));
		}
		final Picture out = drawn(condition, mist(), ears());
		final int place = at(0.3f, 0.2f);
		assertTrue(out.data()[place] < 1.5f * out.data()[N + place], out.data()[place] + " red, " + out.data()[N + place] + " green");
	}
}
