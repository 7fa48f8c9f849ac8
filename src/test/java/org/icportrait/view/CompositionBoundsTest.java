package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.layers.Parted;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A photograph whose light changes, where the parted person is a poor guess of what its pixels show. */
class CompositionBoundsTest {

	private static final AnalyticHead HEAD = AnalyticHead.of(100, 40, Pose.FRONTAL, (x, y, z, c) -> 0.4);
	private static final Picture PHOTOGRAPH = HEAD.picture((x, y, z, c) -> 0.5 + 0.4 * z, 2);
	private static final PreparedHead PREPARED = PreparedHead.of(PHOTOGRAPH, HEAD.surface(), Progress.NONE);

	/** The photograph with its person, taken to have one grey, multiplied by a factor. */
	private static Picture lit(final float grey, final float factor) {
		final Area area = PREPARED.area();
		final Picture before = new Picture(area.width(), area.height(), 3), after = before.copy();
		Arrays.fill(before.data(), grey);
		Arrays.fill(after.data(), factor * grey);
		final Parted parted = new Parted(area, Layer.over(area, before, before), new Picture(area.width(), area.height(), 3), PREPARED.matte());
		return Composition.over(PHOTOGRAPH, parted, View.unchanged(PREPARED), after, Background.KEEP, Progress.NONE);
	}

	@Test
	void noPixelChangesMoreThanItsPerson() {
		for (final float grey : new float[] { 1e-7f, 0.01f, 0.9f }) {
			final Picture darker = lit(grey, 0.3f), brighter = lit(grey, 3);
			for (int i = 0; i < PHOTOGRAPH.data().length; i++) {
				final float shown = PHOTOGRAPH.data()[i];
				assertTrue(darker.data()[i] >= 0.2999f * shown && darker.data()[i] <= shown, "darker " + darker.data()[i] + " of " + shown);
				assertTrue(brighter.data()[i] <= 3.001f * shown && brighter.data()[i] >= shown, "brighter " + brighter.data()[i] + " of " + shown);
			}
		}
	}

	@Test
	void theSameLightGivesThePhotographBitByBit() {
		assertArrayEquals(PHOTOGRAPH.data(), lit(0.2f, 1).data());
	}

	/** Brighter than the person it was taken for, a pixel grows by no more than that person; in the shade all of it is the person's. */
	@Test
	void aPoorGuessDoesNotGlareNorStayInTheOldLight() {
		final Picture out = lit(0.1f, 2);
		final int middle = HEAD.width() / 2;
		assertEquals(PHOTOGRAPH.get(middle, middle, 0) + 0.1, out.get(middle, middle, 0), 1e-4);
		assertEquals(0.5 * PHOTOGRAPH.get(middle, middle, 0), lit(0.1f, 0.5f).get(middle, middle, 0), 1e-4);
	}
}
