package org.icportrait.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Single hairs beside a person before a grainy wall are found; things of the wall are not. */
class StrayHairTest {

	private static final int SIDE = 400, REACH = 100;
	private static final float WALL = 0.6f, GRAIN = 0.004f;
	/** The person: a box in the middle, below. */
	private static final int LEFT = 150, RIGHT = 250, TOP = 150;

	private static boolean[] person() {
		final boolean[] person = new boolean[SIDE * SIDE];
		for (int i = 0; i < person.length; i++) person[i] = isPerson(i % SIDE, i / SIDE);
		return person;
	}

	private static boolean isPerson(final int x, final int y) {
		return x >= LEFT && x < RIGHT && y >= TOP;
	}

	private static Picture wall() {
		final Picture wall = new Picture(SIDE, SIDE, 3);
		final boolean[] person = person();
		final Random random = new Random(3);
		for (int i = 0; i < wall.planeSize(); i++) {
			final float grain = (float) random.nextGaussian() * GRAIN;
			for (int c = 0; c < 3; c++) wall.data()[c * wall.planeSize() + i] = person[i] ? 0.1f : WALL + grain;
		}
		return wall;
	}

	private static void paint(final Picture picture, final int x, final int y, final float share) {
		for (int c = 0; c < 3; c++) picture.set(x, y, c, picture.get(x, y, c) * (1 - share));
	}

	private static boolean[] found(final Picture picture) {
		return StrayHair.of(picture, person(), Dilation.grow(person(), SIDE, 10, Progress.NONE), Progress.NONE);
	}

	private static int count(final boolean[] found) {
		int count = 0;
		for (final boolean one : found) if (one) count++;
		return count;
	}

	/** An arc of a hair, each of whose pixels is a share hair. */
	private static Picture withHair(final float share) {
		final Picture picture = wall();
		for (int y = 200; y < 300; y++) paint(picture, 110 + (y - 250) * (y - 250) / 125, y, share);
		return picture;
	}

	@Test
	void aHairThinnerThanAPixelIsFoundStrongOrFaint() {
		for (final float share : new float[] { 0.4f, 0.1f }) {
			final boolean[] found = found(withHair(share));
			int hair = 0;
			for (int y = 200; y < 300; y++) if (found[y * SIDE + 110 + (y - 250) * (y - 250) / 125]) hair++;
			assertTrue(hair > 95, hair + " of 100 pixels of a hair that is there by " + share);
			assertTrue(count(found) < 500, count(found) + " in all");
		}
	}

	@Test
	void inALargePictureItIsFoundToo() {
		final int times = 3, side = times * SIDE;
		final Picture small = withHair(0.4f), large = new Picture(side, side, 3);
		final boolean[] person = new boolean[side * side];
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				person[y * side + x] = isPerson(x / times, y / times);
				for (int c = 0; c < 3; c++) large.set(x, y, c, small.get(x / times, y / times, c));
			}
		}
		final boolean[] found = StrayHair.of(large, person, Dilation.grow(person, side, 10 * times, Progress.NONE), Progress.NONE);
		int hair = 0;
		for (int y = 200; y < 300; y++) if (found[(y * times + 1) * side + (110 + (y - 250) * (y - 250) / 125) * times + 1]) hair++;
		assertTrue(hair > 95, hair + " of 100 pixels");
	}

	@Test
	void aWallAloneHasNone() {
		assertEquals(0, count(found(wall())));
	}

	/** A joint of the wall leads on beyond where hair can be. */
	@Test
	void whatLeadsFartherIsAThing() {
		final Picture picture = wall();
		for (int x = 0; x < LEFT; x++) paint(picture, x, 260, 0.5f);
		assertEquals(0, count(found(picture)));
	}

	/** Letters. */
	@Test
	void whatIsShortAndByItselfIsAThing() {
		final Picture picture = wall();
		for (int y = 200; y < 212; y++) paint(picture, 110, y, 0.3f);
		assertEquals(0, count(found(picture)));
	}

	@Test
	void whatIsBroadIsAThing() {
		final Picture picture = wall();
		for (int y = 200; y < 300; y++) for (int x = 100; x < 106; x++) paint(picture, x, y, 0.5f);
		assertEquals(0, count(found(picture)));
	}

	/** Nor is anything else where a wall shows things. */
	@Test
	void twigsAreNone() {
		final Picture picture = wall();
		for (int x = 80; x < 130; x += 4) for (int y = 200; y < 300; y++) paint(picture, x, y, 0.5f);
		assertEquals(0, count(found(picture)));
	}

	@Test
	void piecesOfAHairAreFoundWithIt() {
		final Picture picture = withHair(0.4f);
		for (int y = 305; y < 313; y++) paint(picture, 130 + y - 305, y, 0.3f);
		assertTrue(found(picture)[308 * SIDE + 133]);
	}

	@Test
	void farFromThePersonNothingIsLookedAt() {
		final Picture picture = wall();
		for (int y = 150; y < 250; y++) paint(picture, LEFT - REACH - 10, y, 0.8f);
		assertEquals(0, count(found(picture)));
	}

	@Test
	void thePictureStays() {
		final Picture picture = withHair(0.4f);
		final float[] before = picture.data().clone();
		found(picture);
		assertTrue(Arrays.equals(before, picture.data()));
	}
}
