package org.icportrait.hair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Hair is told from skin where it stands out and, where it lies close, by its reflectance. The head's own is 0.5 everywhere. */
class SeenHairTest {

	private static final int SIDE = 256;

	/** @param higher than the hairline (dm) and so far aside is what has this reflectance */
	private static HeadMaps maps(final float higher, final float aside, final float reflectance) {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), SIDE);
		ModelHead.paintScalp(reading, higher, aside, reflectance);
		return PreparedHead.of(new Picture(SIDE, SIDE, 3), reading, Progress.NONE).maps();
	}

	@Test
	void closeHairIsDarkerThanCheeks() {
		final HeadMaps maps = maps(0, 0, 0.15f);
		final SeenHair hair = SeenHair.of(maps);
		final float[] places = maps.coordinates().data();
		final int n = maps.size();
		int count = 0;
		for (int i = 0; i < n; i++) {
			final float y = places[n + i], z = places[2 * n + i];
			final boolean above = HeadModel.isScalp(y - 0.1f, z), beside = HeadModel.isScalp(y + 0.1f, z);
			// The hairline's cells are of both, and where the model's vertices lie far apart places between them stand out.
			if (maps.matte().data()[i] < 1 || above != beside || !HeadModel.standard().isBare(places[i], y, z)) continue;
			count++;
			assertEquals(above, hair.isIn(i), places[i] + ", " + y + ", " + z);
		}
		assertTrue(count > 1000, count + " cells");
		assertTrue(hair.isHaired());
		assertTrue(hair.isAt(SIDE / 2.0, 0.2 * SIDE) && !hair.isAt(SIDE / 2.0, 0.5 * SIDE));
	}

	@Test
	void skinIsNoHair() {
		assertFalse(SeenHair.of(maps(0, 0, 0.5f)).isHaired());
		assertFalse(SeenHair.of(maps(0, 0, 0.4f)).isHaired(), "a tanned scalp");
	}

	@Test
	void stubbleAboutABaldCrownIsNoHairedHead() {
		final SeenHair hair = SeenHair.of(maps(0, 0.6f, 0.2f));
		assertFalse(hair.isHaired());
	}

	/** What grows about a bald crown may be wide, and what is shaved all over is a shade darker than skin. */
	@Test
	void wideStubbleIsNoHairedHead() {
		assertFalse(SeenHair.of(maps(0, 0.45f, 0.2f)).isHaired());
		assertFalse(SeenHair.of(maps(0, 0, 0.33f)).isHaired());
	}

	@Test
	void aHighForeheadIsNoBaldHead() {
		assertTrue(SeenHair.of(maps(0.25f, 0, 0.15f)).isHaired());
	}

	/** White hair reflects as much as skin does. */
	@Test
	void hairThatStandsOutMayHaveAnyReflectance() {
		final HeadMaps maps = maps(0, 0, 0.5f);
		final float[] places = maps.coordinates().data();
		final int n = maps.size();
		for (int i = 0; i < n; i++) if (HeadModel.isScalp(places[n + i], places[2 * n + i])) places[n + i] += 0.2f;
		assertTrue(SeenHair.of(maps).isHaired());
	}

	/** Nothing tells what is dark where no cheek is seen. */
	@Test
	void withoutCheeksCloseHairIsNotTold() {
		final HeadMaps maps = maps(0, 0, 0.15f);
		for (int i = 0; i < maps.size(); i++) if (!HeadModel.isScalp(maps.coordinates().data()[maps.size() + i], maps.coordinates().data()[2 * maps.size() + i])) maps.matte().data()[i] = 0;
		assertFalse(SeenHair.of(maps).isHaired());
	}

	private static final float DARK_SKIN = 0.1f;

	/** Of a head whose reading says that its scalp is as light as its skin, which is of brightness 0.2. @param skin reflectance @param middle of the scalp in the photograph @param aside likewise at the temples @param rough share by which its pixels stray */
	private static SeenHair light(final float skin, final float middle, final float aside, final float rough) {
		final int side = 2 * SIDE;
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), side);
		ModelHead.paintScalp(reading, 0.6f);
		for (int i = 0; i < reading.albedo().data().length; i++) reading.albedo().data()[i] *= skin / 0.6f;
		final Picture places = reading.coordinates(), photograph = new Picture(side, side, 3);
		final Random random = new Random(5);
		for (int i = 0; i < side * side; i++) {
			final double column = (i % side + 0.5) / side * places.width(), row = (i / side + 0.5) / side * places.height();
			final boolean scalp = HeadModel.isScalp(places.sample(column, row, 1), places.sample(column, row, 2));
			final float noise = (scalp ? rough : 0.03f) * (random.nextBoolean() ? 1 : -1), colour = scalp ? Math.abs(places.sample(column, row, 0)) > 0.45f ? aside : middle : 0.2f;
			for (int c = 0; c < 3; c++) photograph.data()[c * side * side + i] = (1 + noise) * colour;
		}
		return PreparedHead.of(photograph, reading, Progress.NONE).hair().seen();
	}

	/** Cropped black hair that gleams on dark skin lies as close as skin and is as light: it is told by its stubble, and is dark where no lamp is mirrored. */
	@Test
	void stubbleThatGleamsIsDarkHair() {
		final SeenHair hair = light(DARK_SKIN, 0.4f, 0.06f, 0.5f);
		assertTrue(hair.isHaired());
		assertTrue(hair.isGlossy());
	}

	/** What reflects as much as fair skin does is no black hair, however rough it is. */
	@Test
	void besideFairSkinNothingThatLightIsBlack() {
		assertFalse(light(0.3f, 0.4f, 0.06f, 0.5f).isGlossy());
	}

	@Test
	void whiteStubbleIsWhite() {
		final SeenHair hair = light(DARK_SKIN, 0.4f, 0.3f, 0.5f);
		assertTrue(hair.isHaired());
		assertFalse(hair.isGlossy());
	}

	/** Be it brighter than the face or in shade. */
	@Test
	void aSmoothScalpIsBald() {
		final SeenHair hair = light(DARK_SKIN, 0.4f, 0.06f, 0.04f);
		assertFalse(hair.isHaired());
		assertFalse(hair.isGlossy());
	}
}
