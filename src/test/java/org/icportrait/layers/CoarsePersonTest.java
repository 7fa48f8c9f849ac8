package org.icportrait.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What lends its colour to the unseen back of a head is hair where hair is and skin where skin is, up to the hairline. */
class CoarsePersonTest {

	private static final int SIDE = 260;
	private static final float HAIR = 0.12f, SKIN = 0.6f;

	/** @param hair of this brightness where a scalp is; null for none @param times the size of the picture */
	private static Picture coarse(final AnalyticHead.Paint hair, final int times, final PreparedHead[] head) {
		final AnalyticHead egg = AnalyticHead.of(times * SIDE, times * 66, new Pose(0, 0, 0),
			(x, y, z, c) -> hair != null && HeadModel.isScalp((float) y, (float) z) ? hair.of(x, y, z, c) : SKIN);
		final Picture photograph = egg.picture((x, y, z, c) -> 1, 2);
		head[0] = PreparedHead.of(photograph, egg.surface(), Progress.NONE);
		return Parting.part(photograph, head[0], Progress.NONE).person().coarse();
	}

	@Test
	void hairAndSkinDoNotMix() {
		hairAndSkin((x, y, z, c) -> HAIR, 1);
	}

	/** Half of what is seen of the hair gleams: that is no colour of hair behind. */
	@Test
	void hairLendsTheColourOfItsBody() {
		hairAndSkin((x, y, z, c) -> x > 0 ? 3 * HAIR : HAIR, 1);
	}

	/** Black hair that gleams nearly everywhere, strand by strand, is as much brighter than its body as cloth; but it is not even. */
	@Test
	void glossyHairIsNoCloth() {
		hairAndSkin((x, y, z, c) -> x < -0.1 ? 0.07 : Math.sin(420 * x) > 0 ? 0.95 : 0.33, 3);
	}

	/** What is many times as bright is a veil, and lends its own colour. */
	@Test
	void clothOverHairLendsItsOwn() {
		final PreparedHead[] head = new PreparedHead[1];
		final Picture coarse = coarse((x, y, z, c) -> x > -0.1 ? 0.5 : 0.02, 1, head);
		int count = 0;
		for (int y = 0; y < coarse.height(); y++) {
			for (int x = 0; x < coarse.width(); x++) {
				final float[] place = place(coarse, head[0], x, y);
				if (place == null || line(place) < 0.05f || place[0] < 0.2f) continue;
				count++;
				assertTrue(coarse.get(x, y, 1) > 0.3f, x + ", " + y + ": " + coarse.get(x, y, 1));
			}
		}
		assertTrue(count > 20, count + " cells of cloth");
	}

	/** Canonical place that a cell shows, dm; null beside the person. */
	private static float[] place(final Picture coarse, final PreparedHead head, final int x, final int y) {
		final double px = head.area().x() + (x + 0.5) * head.area().width() / coarse.width(), py = head.area().y() + (y + 0.5) * head.area().height() / coarse.height();
		final double column = head.maps().column(px, py), row = head.maps().row(px, py);
		if (head.maps().matte().sample(column, row, 0) < 0.9f) return null;
		final Picture places = head.maps().coordinates();
		return new float[] { places.sample(column, row, 0), places.sample(column, row, 1), places.sample(column, row, 2) };
	}

	/** How far above the hair line, dm. */
	private static float line(final float[] place) {
		return place[1] - place[2] * 0.62f - 0.38f;
	}

	private static void hairAndSkin(final AnalyticHead.Paint colour, final int times) {
		final PreparedHead[] head = new PreparedHead[1];
		final Picture coarse = coarse(colour, times, head);
		int hair = 0, skin = 0;
		for (int y = 0; y < coarse.height(); y++) {
			for (int x = 0; x < coarse.width(); x++) {
				final float[] place = place(coarse, head[0], x, y);
				if (place == null) continue;
				final float line = line(place);
				if (line > 0.05f) {
					hair++;
					assertEquals(HAIR, coarse.get(x, y, 1), 0.06f, x + ", " + y);
				}
				else if (line < -0.3f) {
					skin++;
					assertEquals(SKIN, coarse.get(x, y, 1), 0.06f, x + ", " + y);
				}
			}
		}
		assertTrue(hair > 100 && skin > 1000, hair + " of hair, " + skin + " of skin");
	}

	/** Of a head whose places are all on the mean head's skin; SKIN's reflectance is 0.5 there. @param aside (dm) from where on its scalp has this one */
	private static Picture close(final float aside, final float reflectance, final PreparedHead[] head) {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), SIDE);
		ModelHead.paintScalp(reading, 0, aside, reflectance);
		final Picture photograph = ModelHead.photograph(reading, SIDE);
		head[0] = PreparedHead.of(photograph, reading, Progress.NONE);
		return Parting.part(photograph, head[0], Progress.NONE).person().coarse();
	}

	@Test
	void hairThatLiesCloseLendsNoSkin() {
		final PreparedHead[] head = new PreparedHead[1];
		final Picture coarse = close(0, HAIR, head);
		int count = 0;
		for (int i = 0; i < coarse.planeSize(); i++) {
			final float[] place = place(coarse, head[0], i % coarse.width(), i / coarse.width());
			if (place == null || line(place) < 0.1f || place[2] < -0.2f) continue;
			count++;
			assertEquals(HAIR, coarse.data()[i], 0.01f, "cell " + i);
		}
		assertTrue(count > 100, count + " cells");
	}

	/** What is left of a bald one's hair is seen in a narrow rim. */
	@Test
	void theRimOfABaldHeadLendsItsStubble() {
		final PreparedHead[] head = new PreparedHead[1];
		final Picture coarse = close(0.66f, 0.2f, head);
		double sum = 0;
		int count = 0;
		for (int i = 0; i < coarse.planeSize(); i++) {
			final float[] place = place(coarse, head[0], i % coarse.width(), i / coarse.width());
			if (place == null || line(place) < 0.15f || Math.abs(place[0]) < 0.7f) continue;
			count++;
			sum += coarse.data()[i];
		}
		assertTrue(count > 7 && sum / count < 0.44, count + " cells of " + sum / count);
	}

	@Test
	void aBaldHeadLendsSkin() {
		final Picture coarse = coarse(null, 1, new PreparedHead[1]);
		for (int y = coarse.height() / 4; y < coarse.height() / 2; y++) assertEquals(SKIN, coarse.get(coarse.width() / 2, y, 1), 0.03f);
	}

	/** Of black stubble that gleams on dark skin, all over the crown, what is seen between skull and gleam is a narrow rim. */
	@Test
	void stubbleThatGleamsLendsNoGleam() {
		final int side = 2 * SIDE;
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), side);
		ModelHead.paintScalp(reading, 0.6f);
		for (int k = 0; k < reading.albedo().data().length; k++) reading.albedo().data()[k] *= 0.2f;
		final Picture places = reading.coordinates(), photograph = new Picture(side, side, 3);
		final Random random = new Random(5);
		for (int i = 0; i < side * side; i++) {
			final double column = (i % side + 0.5) / side * places.width(), row = (i / side + 0.5) / side * places.height();
			final boolean scalp = HeadModel.isScalp(places.sample(column, row, 1), places.sample(column, row, 2));
			final float noise = (scalp ? 0.3f : 0.03f) * (random.nextBoolean() ? 1 : -1), colour = !scalp ? 0.2f : Math.abs(places.sample(column, row, 0)) > 0.62f ? 0.05f : 0.4f;
			for (int c = 0; c < 3; c++) photograph.data()[c * side * side + i] = (1 + noise) * colour;
		}
		final PreparedHead head = PreparedHead.of(photograph, reading, Progress.NONE);
		final Picture coarse = Parting.part(photograph, head, Progress.NONE).person().coarse();
		int count = 0;
		for (int i = 0; i < coarse.planeSize(); i++) {
			final float[] place = place(coarse, head, i % coarse.width(), i / coarse.width());
			if (place == null || line(place) < 0.1f || place[2] < -0.2f) continue;
			count++;
			assertEquals(0.05f, coarse.data()[i], 0.03f, "cell " + i);
		}
		assertTrue(count > 100, count + " cells");
	}
}
