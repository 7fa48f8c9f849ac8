package org.icportrait.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Dark hair before a light wall, its outline made as soft as wanted. */
class SeenOutlineTest {

	private static final int SIDE = 320;
	private static final float HAIR = 0.02f, WALL = 0.6f;

	private static PreparedHead head() {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), SIDE);
		ModelHead.paintScalp(reading, 0.1f);
		return PreparedHead.of(new Picture(SIDE, SIDE, 3), reading, Progress.NONE);
	}

	/** @param radius that softens the outline, pixels @param strands how far (pixels) every eighth slanting line stands out */
	private static SeenOutline seen(final PreparedHead head, final int radius, final int strands, final float hair) {
		final boolean[] person = new boolean[SIDE * SIDE];
		for (int i = 0; i < person.length; i++) person[i] = isPerson(head, i % SIDE, i / SIDE);
		final float[] away = Distance.to(person, SIDE, 40, Progress.NONE);
		final Picture share = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < person.length; i++) share.data()[i] = person[i] || away[i] < strands && (i % SIDE + i / SIDE) % 8 == 0 ? 1 : 0;
		final Picture soft = radius == 0 ? share : BoxBlur.twice(share, radius, Progress.NONE), photograph = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < photograph.data().length; i++) photograph.data()[i] = WALL + soft.data()[i % person.length] * (hair - WALL);
		return SeenOutline.of(List.of(photograph), List.of(head), Progress.NONE);
	}

	private static boolean isPerson(final PreparedHead head, final int x, final int y) {
		final int column = x - head.area().x(), row = y - head.area().y();
		return column >= 0 && row >= 0 && column < head.area().width() && row < head.area().height() && head.matte().get(column, row, 0) >= 0.5f;
	}

	@Test
	void softAndSharpOutlinesAreTold() {
		final PreparedHead head = head();
		final double pixel = 1 / head.camera().s();
		final SeenOutline sharp = seen(head, 0, 0, HAIR), soft = seen(head, 1, 0, HAIR);
		assertTrue(sharp.soft() <= 0.8 * pixel, "sharp " + sharp.soft() / pixel + " pixels");
		assertTrue(soft.soft() > sharp.soft() + 0.3 * pixel, "soft " + soft.soft() / pixel + " pixels");
		assertTrue(sharp.far() < 2 * pixel, "without strands " + sharp.far() / pixel + " pixels");
	}

	@Test
	void strandsThatStandOutAreTold() {
		final PreparedHead head = head();
		assertTrue(seen(head, 0, 6, HAIR).far() > seen(head, 0, 0, HAIR).far() + 0.01);
	}

	@Test
	void whereNothingIsToldItIsAsUsual() {
		assertSame(SeenOutline.USUAL, seen(head(), 1, 0, WALL), "hair like the wall");
		assertSame(SeenOutline.USUAL, SeenOutline.of(new double[5]));
	}

	@Test
	void looseHairIsTakenOverNoFartherThanItStaysOnTheHead() {
		final double[] widths = new double[100];
		Arrays.fill(widths, 1);
		assertEquals(0.025, SeenOutline.of(widths).soft(), 1e-9);
		assertEquals(0.08, SeenOutline.of(widths).far(), 1e-9);
	}
}
