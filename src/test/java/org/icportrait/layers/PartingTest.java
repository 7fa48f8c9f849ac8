package org.icportrait.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Neither the person nor the background holds a colour that the photograph lacks, or anything of the other. */
class PartingTest {

	private static final int SIDE = 260;
	private static final float WALL = 0.8f;
	private static final float[] BLUE = { 0.102f, 0.305f, 0.578f };
	private static final AnalyticHead HEAD = AnalyticHead.of(SIDE, 66, new Pose(5, 0, 0), (x, y, z, c) -> BLUE[c]);

	/** Something plain and blue before a light wall, out of focus by {@code radius} pixels. */
	private static Picture photograph(final int radius) {
		final Picture out = new Picture(SIDE, SIDE, 3);
		for (int y = 0; y < SIDE; y++) for (int x = 0; x < SIDE; x++) {
			final boolean person = HEAD.hit(x + 0.5, y + 0.5, true) != null;
			for (int c = 0; c < 3; c++) out.set(x, y, c, person ? BLUE[c] : WALL);
		}
		return radius == 0 ? out : BoxBlur.blur(out, radius, Progress.NONE);
	}

	private static Parted part(final Picture photograph) {
		return Parting.part(photograph, PreparedHead.of(photograph, HEAD.surface(), Progress.NONE), Progress.NONE);
	}

	/** Case 04: the wall's share was taken out of each channel alone, which left saturated blue. */
	@Test
	void noColourLeavesTheRangeOfThoseAround() {
		for (int radius = 0; radius <= 4; radius++) {
			final Parted parted = part(photograph(radius));
			for (final Picture layer : new Picture[] { parted.person().fine(), parted.plate() }) for (int i = 0; i < layer.planeSize(); i++) {
				for (int c = 0; c < 3; c++) {
					final float value = layer.data()[c * layer.planeSize() + i];
					assertTrue(value >= BLUE[c] - 1e-4 && value <= WALL + 1e-4, "blur " + radius + ", channel " + c + ": " + value);
				}
			}
		}
	}

	/** So tight a crop that no background is far from the head, and one that the head fills: no black comes in from nowhere. */
	@Test
	void aHeadThatFillsThePictureHasColoursOfThePictureBehindIt() {
		for (final double scale : new double[] { 66, 110 }) {
			final AnalyticHead tight = new AnalyticHead(100, 120, HEAD.axes(), Pose.FRONTAL, new HeadCamera(50, 60, scale, 0.1), HEAD.paint());
			final Picture photograph = new Picture(100, 120, 3);
			for (int y = 0; y < 120; y++) for (int x = 0; x < 100; x++) {
				for (int c = 0; c < 3; c++) photograph.set(x, y, c, tight.hit(x + 0.5, y + 0.5, true) != null ? BLUE[c] : WALL);
			}
			final Picture plate = Parting.part(photograph, PreparedHead.of(photograph, tight.surface(), Progress.NONE), Progress.NONE).plate();
			for (int i = 0; i < plate.planeSize(); i++) for (int c = 0; c < 3; c++) {
				assertTrue(plate.data()[c * plate.planeSize() + i] >= BLUE[c] - 1e-4, "scale " + scale + ", channel " + c + ": " + plate.data()[c * plate.planeSize() + i]);
			}
		}
	}

	/** Loose hair beyond the matte leaves the background; a faint pattern of the wall stays. */
	@Test
	void looseHairLeavesNoGhost() {
		final Picture photograph = photograph(0);
		int top = 0;
		while (HEAD.hit(SIDE / 2.0, top + 0.5, true) == null) top++;
		for (int x = SIDE / 2 - 10; x <= SIDE / 2 + 10; x++) for (int c = 0; c < 3; c++) photograph.set(x, top - 5, c, 0.5f * BLUE[c] + 0.5f * WALL);
		for (int y = 0; y < SIDE; y += 10) for (int c = 0; c < 3; c++) photograph.set(20, y, c, 0.97f * WALL);
		final Parted parted = part(photograph);
		final Picture plate = parted.plate();
		for (int y = 0; y < plate.height(); y++) for (int x = 0; x < plate.width(); x++) {
			assertEquals(parted.area().x() + x == 20 && (parted.area().y() + y) % 10 == 0 ? 0.97f * WALL : WALL, plate.get(x, y, 0), 0.03, x + ", " + y);
		}
	}

	/** What a matte calls wholly the person's is mixed with the wall just within the outline: turned, it stood as a bright line. Further in it gleams, and stays. */
	@Test
	void aRimMixedWithTheWallIsThePersonsAlone() {
		final Picture photograph = photograph(0);
		int top = 0;
		while (HEAD.hit(SIDE / 2.0, top + 0.5, true) == null) top++;
		final float mixed = 0.35f, faint = 0.05f;
		for (int x = SIDE / 2 - 8; x <= SIDE / 2 + 8; x++) {
			for (int c = 0; c < 3; c++) {
				photograph.set(x, top + 1, c, BLUE[c] + (x % 2 == 0 ? mixed : faint) * (WALL - BLUE[c]));
				photograph.set(x, top + 20, c, BLUE[c] + mixed * (WALL - BLUE[c]));
			}
		}
		final Parted parted = part(photograph);
		final Picture person = parted.person().fine();
		for (int x = SIDE / 2 - 4; x <= SIDE / 2 + 4; x++) {
			for (int c = 0; c < 3; c++) {
				final float way = WALL - BLUE[c];
				assertEquals(x % 2 == 0 ? 0 : faint, (person.get(x - parted.area().x(), top + 1 - parted.area().y(), c) - BLUE[c]) / way, 0.08, "rim, channel " + c);
				assertEquals(mixed, (person.get(x - parted.area().x(), top + 20 - parted.area().y(), c) - BLUE[c]) / way, 1e-5, "further in, channel " + c);
			}
		}
	}

	/** A red neighbour whose shoulder the head touches: he stays to the bit, and nothing red comes in behind the head. */
	@Test
	void anotherPersonStaysAndLendsNoColour() {
		final int from = 165;
		final Picture photograph = photograph(0);
		for (int y = 0; y < SIDE; y++) for (int x = from; x < SIDE; x++) {
			if (HEAD.hit(x + 0.5, y + 0.5, true) == null) for (int c = 0; c < 3; c++) photograph.set(x, y, c, c == 0 ? 0.6f : 0.05f);
		}
		final PreparedHead head = PreparedHead.of(photograph, HEAD.surfaceBeside(from), Progress.NONE);
		final Parted parted = Parting.part(photograph, head, Progress.NONE);
		final Picture plate = parted.plate();
		for (int y = 0; y < plate.height(); y++) for (int x = 0; x < plate.width(); x++) {
			final int px = parted.area().x() + x, py = parted.area().y() + y;
			for (int c = 0; c < 3; c++) {
				if (px < from - 8) assertEquals(WALL, plate.get(x, y, c), 0.03, px + ", " + py);
				else if (px >= from + 5 && HEAD.hit(px + 0.5, py + 0.5, true) == null && HEAD.hit(px - 5.5, py + 0.5, true) == null) {
					assertEquals(photograph.get(px, py, c), plate.get(x, y, c), px + ", " + py);
				}
			}
		}
	}

	@Test
	void nobodyElseIsNobody() {
		assertNull(PreparedHead.of(photograph(0), HEAD.surface(), Progress.NONE).others());
	}

	/** Beside a body there are threads, and no hair: things of a busy ground that look like a shirt stay as they are. Beside a head they may be hair. */
	@Test
	void thingsLikeAShirtStayBesideABodyOfABusyGround() {
		assertEquals(0, besideA(lower(2)), 0.05, "a body");
		assertTrue(besideA(lower(0)) > 0.5, "a head");
	}

	private static final int BUSY_SIDE = 640;
	private static final AnalyticHead LARGE = AnalyticHead.of(BUSY_SIDE, 162, new Pose(5, 0, 0), (x, y, z, c) -> BLUE[c]);

	/** A reading of it that lies so much lower on the head, dm, than it does. */
	private static HeadReading lower(final float by) {
		final HeadReading read = LARGE.surface();
		final Picture places = read.coordinates();
		for (int i = places.planeSize(); i < 2 * places.planeSize(); i++) places.data()[i] -= by;
		return read;
	}

	/** Red of a dark thing beside it, before a chequered wall, in what is left without the person. */
	private static float besideA(final HeadReading reading) {
		final int away = 15, middle = BUSY_SIDE / 2;
		int bottom = BUSY_SIDE - 1;
		while (LARGE.hit(middle, bottom + 0.5, true) == null) bottom--;
		final Picture photograph = new Picture(BUSY_SIDE, BUSY_SIDE, 3);
		for (int y = 0; y < BUSY_SIDE; y++) for (int x = 0; x < BUSY_SIDE; x++) {
			final boolean thing = Math.abs(x - middle) <= 6 && Math.abs(y - bottom - away) <= 1;
			final float ground = thing ? 0 : WALL - 0.15f * ((x / 40 + y / 40) % 2);
			for (int c = 0; c < 3; c++) photograph.set(x, y, c, LARGE.hit(x + 0.5, y + 0.5, true) != null ? BLUE[c] : ground);
		}
		final Parted parted = Parting.part(photograph, PreparedHead.of(photograph, reading, Progress.NONE), Progress.NONE);
		return parted.plate().get(middle - parted.area().x(), bottom + away - parted.area().y(), 0);
	}
}
