package org.icportrait.hair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.maps.JoinedMaps;
import org.icportrait.maps.ReadingMaps;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Strands that hang beside a head, as a network sees them: one mass with what is seen through them. */
class LooseHairTest {

	private static final int SIDE = 384, STRAND = 4, EACH = 12;
	private static final Area ALL = new Area(0, 0, SIDE, SIDE);
	private static final HeadReading READING = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), SIDE);
	private static final FittedHead HEAD = FittedHead.of(READING, Progress.NONE);
	private static final HeadCamera CAMERA = READING.camera();
	private static final BesideHead BESIDE = BesideHead.of(HEAD, ALL, CAMERA, Progress.NONE);
	private static final HeadMaps MAPS = ReadingMaps.of(JoinedMaps.of(READING, ALL, Progress.NONE), READING.matte().resampled(SIDE, SIDE), ALL, Progress.NONE);
	/** Columns that no picture has: nothing hangs. */
	private static final int NOWHERE = 2 * SIDE;
	/** Where strands hang, on the picture's right: beside the ear and below it. */
	private static final int LEFT = (int) CAMERA.x(0.9, 0), RIGHT = (int) CAMERA.x(1.4, 0), TOP = (int) CAMERA.y(0.3, 0), BOTTOM = (int) CAMERA.y(-0.8, 0);

	@Test
	void whatShowsBetweenStrandsIsNoPerson() {
		final Picture out = parted(photograph(0.6f, 0), matte());
		for (int y = TOP + 20; y < BOTTOM - 20; y++) {
			for (int x = LEFT + EACH; x < RIGHT - EACH; x++) {
				final float alpha = out.get(x, y, 0);
				if (x % EACH < STRAND) assertTrue(alpha > 0.9, "a strand at " + x + ", " + y + " is " + alpha);
				else assertTrue(alpha < 0.1, "a gap at " + x + ", " + y + " is " + alpha);
			}
		}
	}

	@Test
	void theMatteThatIsGivenIsNotChanged() {
		final Picture matte = matte();
		parted(photograph(0.6f, 0), matte);
		BESIDE.closed(matte, CAMERA.s(), Progress.NONE);
		assertArrayEquals(matte().data(), matte.data());
	}

	@Test
	void theHeadItselfAndClothesStay() {
		final Picture matte = matte(), out = parted(photograph(0.6f, 0), matte);
		final int shoulder = (int) CAMERA.y(-1.3, 0);
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				if (isInside(x, y) || y > shoulder) assertEquals(matte.get(x, y, 0), out.get(x, y, 0), 0, "at " + x + ", " + y);
			}
		}
	}

	@Test
	void beforeWhatIsUnevenOrDarkNothingIsTold() {
		assertArrayEquals(matte().data(), parted(photograph(0.6f, 0.9f), matte()).data(), 0.02f, "an uneven wall");
		assertArrayEquals(matte().data(), parted(photograph(0.012f, 0), matte()).data(), 0.02f, "a dark wall");
	}

	/** Between a cheek and hair that hangs before it a matte of few pixels has no gap; skin there is half as unlike the wall as hair is. */
	@Test
	void wallBetweenCheekAndHairIsToldFromSkin() {
		final Picture picture = photograph(0.6f, 0);
		final int y = (int) CAMERA.y(0.05, 0), rows = 6;
		for (int row = y - rows; row <= y + rows; row++) {
			for (int x = 0; x < SIDE; x++) {
				final float deep = BESIDE.beyond()[BESIDE.cell(x, row)];
				if (deep < 0) for (int c = 0; c < 3; c++) picture.set(x, row, c, x > SIDE / 2 && deep > -0.08f ? 0.6f : 0.25f);
			}
		}
		final Picture out = parted(picture, matte());
		int skin = 0, gaps = 0;
		for (int x = SIDE / 2; x < LEFT; x++) {
			final float deep = BESIDE.beyond()[BESIDE.cell(x, y)];
			if (deep < -0.12f) skin++;
			if (deep > -0.05f && deep < 0) gaps++;
			if (deep < -0.12f) assertEquals(1, out.get(x, y, 0), 0.02, "skin at " + x);
			if (deep > -0.05f && deep < 0) assertTrue(out.get(x, y, 0) < 0.3, "a gap at " + x + ": " + out.get(x, y, 0));
		}
		assertTrue(skin > 5 && gaps > 1, skin + " pixels of skin, " + gaps + " of the gap");
	}

	/** Gloss may have the wall's brightness. */
	@Test
	void glossOnTheHeadStays() {
		final Picture matte = matte(), picture = photograph(0.6f, 0);
		final int top = (int) CAMERA.y(1.5, 0), bottom = (int) CAMERA.y(0.9, 0);
		for (int y = top; y < bottom; y++) {
			for (int x = SIDE / 3; x < 2 * SIDE / 3; x++) {
				matte.set(x, y, 0, 1);
				for (int c = 0; c < 3; c++) picture.set(x, y, c, Math.abs(y - (top + bottom) / 2) < 4 ? 0.6f : 0.01f);
			}
		}
		final Picture out = parted(picture, matte);
		for (int x = SIDE / 3 + 15; x < 2 * SIDE / 3 - 15; x++) assertTrue(out.get(x, (top + bottom) / 2, 0) > 0.9, "the gloss at " + x + " is " + out.get(x, (top + bottom) / 2, 0));
	}

	@Test
	void hairBesideAnEarIsToldBySide() {
		final HangingHair hair = hanging(photograph(0.6f, 0), matte(), off(NOWHERE));
		assertTrue(hair.besideEar(true) > 0.6, "beside the one it hangs at: " + hair.besideEar(true));
		assertEquals(0, hair.besideEar(false), 0.05);
		final int y = (TOP + BOTTOM) / 2, middle = (LEFT + RIGHT) / 2;
		assertTrue(hair.isOneSidedAt(middle, y), "the other side has none");
		final Picture both = matte();
		for (int row = TOP; row < BOTTOM; row++) for (int x = SIDE - RIGHT; x < SIDE - LEFT; x++) both.set(x, row, 0, 1);
		assertFalse(hanging(photograph(0.6f, 0), both, off(NOWHERE)).isOneSidedAt(middle, y), "both sides have some");
		for (int row = TOP; row < BOTTOM; row++) for (int x = SIDE - RIGHT; x < SIDE - LEFT; x++) both.set(x, row, 0, 0.3f);
		assertTrue(hanging(photograph(0.6f, 0), both, off(NOWHERE)).isOneSidedAt(middle, y), "single hairs are no tail");
		assertTrue(hair.isAt(middle, y) && !hair.isAt(SIDE - 1 - middle, y), "one side alone");
	}

	/** A neck that stands out from the fitted head's has places near the mean skin, a lock has none. */
	@Test
	void hairBelowTheEarIsToldFromABroadNeck() {
		final Picture picture = photograph(0.6f, 0), matte = matte();
		final int y = (int) CAMERA.y(-0.6, 0), x = (LEFT + RIGHT) / 2;
		assertTrue(share(hanging(picture, matte, off(LEFT)), x, y) > 0.9, "a lock is " + share(hanging(picture, matte, off(LEFT)), x, y));
		assertEquals(0, share(hanging(picture, matte, off(LEFT)), SIDE - 1 - x, y), 0.01, "the other side has none");
		assertEquals(0, share(hanging(picture, matte, off(NOWHERE)), x, y), 0.01, "a neck");
	}

	/** Beside the jaw places are read as between a lock and skin: there its colour tells. */
	@Test
	void whereALockComesOutFromBehindTheJawItsColourTells() {
		final int y = (int) CAMERA.y(-0.6, 0), x = LEFT + 6;
		final Picture matte = matte();
		for (int row = TOP; row < BOTTOM; row++) for (int column = SIDE / 2; column < LEFT; column++) matte.set(column, row, 0, 1);
		final float dark = share(hanging(coloured(LEFT, 0.02f, 0.5f), matte, off(LEFT + 15)), x, y), skin = share(hanging(coloured(LEFT + 14, 0.02f, 0.5f), matte, off(LEFT + 15)), x, y);
		assertTrue(dark > 0.5, "of a lock's colour " + dark);
		assertTrue(skin < 0.1, "of skin's colour " + skin);
	}

	/** A tail whose places are read as skin's but at its rim: what was found to be hair tells what is hair beside it. */
	@Test
	void aTailIsHairThroughoutThoughItsPlacesAreReadAsSkin() {
		final int y = (int) CAMERA.y(-0.6, 0), tail = LEFT + 10, rim = LEFT + 30;
		final HangingHair hair = hanging(coloured(tail, 0.02f, 0.5f), matte(), off(rim));
		for (int x = tail + 4; x < rim; x += 4) assertTrue(share(hair, x, y) > 0.9, "at " + (x - LEFT) + " is " + share(hair, x, y));
	}

	/** Turned, the step from a jaw or a neck down to a tail is drawn out to a streak over the cheek. */
	@Test
	void aStepFromTheNeckToWhatHangsBehindItIsNoHair() {
		final int y = (int) CAMERA.y(-0.6, 0);
		int x = SIDE / 2;
		while (BESIDE.beyond()[BESIDE.cell(x, y)] < 0.07) x++;
		final Picture picture = coloured(LEFT, 0.02f, 0.5f), matte = matte();
		for (int row = TOP; row < BOTTOM; row++) for (int column = x - 8; column < LEFT; column++) {
			matte.set(column, row, 0, 1);
			for (int c = 0; c < 3; c++) picture.set(column, row, c, 0.02f);
		}
		final HeadMaps even = off(x - 8), step = stepped(even, x);
		assertTrue(share(hanging(picture, matte, even), x, y) > 0.9, "even " + share(hanging(picture, matte, even), x, y));
		assertTrue(share(hanging(picture, matte, step), x, y) < 0.1, "a step " + share(hanging(picture, matte, step), x, y));
		assertTrue(share(hanging(picture, matte, step), (LEFT + RIGHT) / 2, y) > 0.9, "beyond it");
		final HeadMaps farther = stepped(even, (LEFT + RIGHT) / 2);
		assertTrue(share(hanging(picture, matte, farther), (LEFT + RIGHT) / 2, y) > 0.9, "farther out hair itself falls off");
	}

	/** Farther off by a decimetre from a column of the picture on, and even before and behind that. */
	private static HeadMaps stepped(final HeadMaps maps, final int column) {
		final Picture depth = maps.depth().copy();
		for (int i = 0; i < depth.data().length; i++) {
			depth.data()[i] = MAPS.pictureToMaps().inverse().x(i % depth.width() + 0.5, i / depth.width() + 0.5) < column ? 0.5f : -0.5f;
		}
		return new HeadMaps(maps.pictureToMaps(), maps.matte(), depth, maps.normals(), maps.coordinates(), maps.albedo());
	}

	@Test
	void whatIsBrighterThanSkinIsNoHair() {
		final int y = (int) CAMERA.y(-0.6, 0), x = (LEFT + RIGHT) / 2;
		final float dark = share(hanging(coloured(LEFT, 0.02f, 0.5f), matte(), off(LEFT)), x, y), shirt = share(hanging(coloured(LEFT, 0.7f, 0.5f), matte(), off(LEFT)), x, y);
		assertTrue(dark > 0.9, "dark hair is " + dark);
		assertTrue(shirt < 0.1, "what is brighter than skin is " + shirt);
	}

	/** Both are darker than skin; hair on the scalp and clothes below tell what hangs between them. */
	@Test
	void aCollarIsNoHair() {
		final int y = (int) CAMERA.y(-0.6, 0), x = (LEFT + RIGHT) / 2;
		final float hair = share(hanging(dressed(0.02f, 0.2f, 0.02f), wholeBelow(), scalpAbove()), x, y), collar = share(hanging(dressed(0.02f, 0.2f, 0.2f), wholeBelow(), scalpAbove()), x, y);
		assertTrue(hair > 0.9, "of the scalp's colour " + hair);
		assertTrue(collar < 0.1, "of the clothes' colour " + collar);
	}

	/** A lock before a wall, with a scalp above and clothes below. */
	private static Picture dressed(final float scalp, final float cloth, final float hanging) {
		final Picture out = coloured(LEFT, hanging, 0.5f);
		for (int i = 0; i < out.data().length; i++) {
			final int y = i / SIDE % SIDE;
			if (y < CAMERA.y(0.4, 0)) out.data()[i] = scalp;
			if (y > CAMERA.y(-1.3, 0)) out.data()[i] = cloth;
		}
		return out;
	}

	private static Picture wholeBelow() {
		final Picture out = matte();
		for (int i = 0; i < SIDE * SIDE; i++) if (i / SIDE > CAMERA.y(-1.3, 0)) out.data()[i] = 1;
		return out;
	}

	private static HeadMaps scalpAbove() {
		final HeadMaps maps = off(LEFT);
		final float[] neutral = HeadModel.standard().neutral();
		int top = 0;
		while (!HeadModel.isScalp(neutral[3 * top + 1], neutral[3 * top + 2])) top++;
		final Picture places = maps.coordinates();
		final int n = places.planeSize();
		for (int i = 0; i < n; i++) {
			if (MAPS.pictureToMaps().inverse().y(i % places.width() + 0.5, i / places.width() + 0.5) > CAMERA.y(0.4, 0)) continue;
			for (int c = 0; c < 3; c++) places.data()[c * n + i] = neutral[3 * top + c];
		}
		return maps;
	}

	private static HangingHair hanging(final Picture photograph, final Picture matte, final HeadMaps maps) {
		return HangingHair.of(photograph, ALL, matte, maps, BESIDE, CAMERA.s(), Progress.NONE);
	}

	private static float share(final HangingHair hair, final int x, final int y) {
		return hair.shares().data()[BESIDE.cell(x, y)];
	}

	/** Maps that have a place of the mean skin everywhere, and off it from a column of the picture on. */
	private static HeadMaps off(final int column) {
		final Picture places = MAPS.coordinates().copy();
		final int n = places.planeSize();
		for (int i = 0; i < n; i++) {
			final double x = MAPS.pictureToMaps().inverse().x(i % places.width() + 0.5, i / places.width() + 0.5);
			for (int c = 0; c < 3; c++) places.data()[c * n + i] = HeadModel.standard().neutral()[c] + (x > column ? 2 : 0);
		}
		return new HeadMaps(MAPS.pictureToMaps(), MAPS.matte(), MAPS.depth(), MAPS.normals(), places, MAPS.albedo());
	}

	/** Skin, and where the lock is what hangs from a column on, before a wall. @param hanging linear @param wall linear */
	private static Picture coloured(final int column, final float hanging, final float wall) {
		final Picture out = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < out.data().length; i++) {
			final int x = i % SIDE, y = i / SIDE % SIDE;
			final boolean skin = x >= LEFT && x < column || BESIDE.beyond()[BESIDE.cell(x, y)] < 0 || y > CAMERA.y(-1.2, 0);
			out.data()[i] = skin ? 0.4f : x >= LEFT && x < RIGHT && y >= TOP && y < BOTTOM ? hanging : wall;
		}
		return out;
	}

	@Test
	void locksThatOneSeesThroughHaveNoRear() {
		final Picture sparse = parted(photograph(0.6f, 0), matte()), closed = BESIDE.closed(sparse, CAMERA.s(), Progress.NONE);
		final Picture dense = BESIDE.closed(matte(), CAMERA.s(), Progress.NONE);
		final int x = (LEFT + RIGHT) / 2, y = (TOP + BOTTOM) / 2;
		for (int i = x - EACH / 2; i < x + EACH / 2; i++) {
			assertTrue(closed.get(i, y, 0) < 0.5, "a strand at " + i);
			assertTrue(dense.get(i, y, 0) > 0.5, "a mass at " + i);
		}
		assertEquals(1, closed.get(SIDE / 2, SIDE / 2, 0), 0);
	}

	/** Whether this and all about it is the head. */
	private static boolean isInside(final int x, final int y) {
		for (int k = 0; k < 9; k++) {
			final int beside = Math.max(0, Math.min(SIDE - 1, x + (k % 3 - 1) * BESIDE.block())), below = Math.max(0, Math.min(SIDE - 1, y + (k / 3 - 1) * BESIDE.block()));
			if (BESIDE.beyond()[BESIDE.cell(beside, below)] > -0.2) return false;
		}
		return true;
	}

	private static Picture parted(final Picture photograph, final Picture matte) {
		return LooseHair.parted(photograph, ALL, matte, BESIDE, CAMERA.s(), Progress.NONE);
	}

	/** The head, a trunk below it and a mass beside it. */
	private static Picture matte() {
		final Picture out = READING.matte().resampled(SIDE, SIDE);
		for (int y = TOP; y < BOTTOM; y++) for (int x = LEFT; x < RIGHT; x++) out.set(x, y, 0, 1);
		for (int y = (int) CAMERA.y(-1.3, 0); y < SIDE; y++) for (int x = 0; x < SIDE; x++) out.set(x, y, 0, 1);
		return out;
	}

	/** Dark strands before a wall, a head and clothes as bright as the wall. @param uneven how much the wall's brightness varies, share */
	private static Picture photograph(final float wall, final float uneven) {
		final Random random = new Random(3);
		final Picture out = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < out.planeSize(); i++) {
			final int x = i % SIDE, y = i / SIDE;
			final boolean strand = y >= TOP && y < BOTTOM && x >= LEFT && x < RIGHT && x % EACH < STRAND;
			final float light = strand ? 0.01f : wall * (1 + uneven * (2 * random.nextFloat() - 1));
			for (int c = 0; c < 3; c++) out.data()[c * out.planeSize() + i] = light;
		}
		return out;
	}
}
