package org.icportrait.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What lies behind a person is neither fog nor a halo. */
class BackdropTest {

	private static final int SIDE = 240, CELLS = 120;

	/** Colour of a wall at a place. */
	private interface Wall {

		float at(int x, int y);
	}

	private static Picture photograph(final Wall wall, final boolean[] gap) {
		final Picture out = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = gap[i % gap.length] ? 0.3f : wall.at(i % SIDE, i / SIDE % SIDE);
		return out;
	}

	private static boolean[] gap(final boolean inside) {
		final boolean[] out = new boolean[SIDE * SIDE];
		for (int i = 0; i < out.length; i++) out[i] = inside == Math.hypot(i % SIDE - 120, i / SIDE - 150) < 60;
		return out;
	}

	private static float[][] rows(final Wall wall) {
		final Backdrop backdrop = new Backdrop(photograph(wall, gap(true)), gap(true), gap(false), CELLS, Progress.NONE);
		final float[][] out = new float[SIDE][3 * SIDE];
		for (int y = 0; y < SIDE; y++) backdrop.row(y, out[y], new float[SIDE], new float[SIDE]);
		return out;
	}

	/** A lamp from the side: dark up to the middle, bright beyond. The smooth way leaked light into the dark side, as a halo about the head that turned away. */
	@Test
	void theBrightSideOfAWallLeavesTheDarkOneDark() {
		final float[][] rows = rows((x, y) -> x < 120 ? 0.03f : 0.8f);
		for (int y = 110; y < 200; y++) for (int x = 0; x < SIDE; x++) {
			if (x < 80) assertEquals(0.03, rows[y][x], 0.03, x + ", " + y);
			if (x > 165) assertEquals(0.8, rows[y][x], 0.1, x + ", " + y);
		}
	}

	@Test
	void aPatternGoesOn() {
		final Wall wall = (x, y) -> y / 12 % 2 == 0 ? 0.1f : 0.6f;
		final float[][] rows = rows(wall);
		final boolean[] gap = gap(true);
		int right = 0, all = 0;
		for (int y = 0; y < SIDE; y++) for (int x = 0; x < SIDE; x++) if (gap[y * SIDE + x]) {
			all++;
			if (Math.abs(rows[y][x] - wall.at(x, y)) < 0.1) right++;
		}
		assertTrue(right > 0.85 * all, right + " of " + all);
	}

	/** A wall that shades evenly is what the smooth continuation says, to the bit. */
	@Test
	void aPlainWallStaysSmooth() {
		final Wall wall = (x, y) -> 0.6f + 0.1f * x / SIDE - 0.05f * y / SIDE;
		final CoarseFill smooth = new CoarseFill(photograph(wall, gap(true)), gap(false), CELLS, true, Progress.NONE);
		final float[][] rows = rows(wall);
		final float[] line = new float[3 * SIDE];
		for (int y = 0; y < SIDE; y++) {
			smooth.row(y, line);
			assertArrayEquals(line, rows[y], "row " + y);
		}
	}

	/** Things beside a head that have something of its colour stay where they are, outside the margin of its matte. */
	@Test
	void thingsBesideAHeadStay() {
		assertTrue(changed((x, y) -> (x / 12 + y / 12) % 2 == 0 ? 0.25f : 0.6f) < 0.1, "pixels beside the head are others");
	}

	/** Things that nothing foretells: four in five of their pixels stay, and three in five would where each that is nearer to the head's colour counted as hair. */
	@Test
	void mostOfWhatNothingForetellsStays() {
		final float[] things = new float[52 * 52];
		final Random random = new Random(3);
		for (int i = 0; i < things.length; i++) things[i] = 0.25f + 0.35f * random.nextFloat();
		assertTrue(changed((x, y) -> things[y / 5 * 52 + x / 5]) < 0.3, "pixels beside the head are others");
	}

	/** What stands behind a head, grey, at a pixel. */
	private interface Things {

		float at(int x, int y);
	}

	/** The share of pixels close beside a dark head that parting changes. */
	private static double changed(final Things things) {
		final AnalyticHead analytic = AnalyticHead.of(260, 66, new Pose(5, 0, 0), (x, y, z, c) -> 0.1f);
		final Picture photograph = new Picture(260, 260, 3);
		for (int y = 0; y < 260; y++) for (int x = 0; x < 260; x++) {
			final boolean person = analytic.hit(x + 0.5, y + 0.5, true) != null;
			for (int c = 0; c < 3; c++) photograph.set(x, y, c, person ? 0.1f : things.at(x, y));
		}
		final Parted parted = Parting.part(photograph, PreparedHead.of(photograph, analytic.surface(), Progress.NONE), Progress.NONE);
		int changed = 0, beside = 0;
		for (int y = 8; y < 252; y++) for (int x = 8; x < 252; x++) {
			if (touches(analytic, x, y, 6) || !touches(analytic, x, y, 9)) continue;
			beside++;
			if (Math.abs(parted.plate().get(x - parted.area().x(), y - parted.area().y(), 1) - photograph.get(x, y, 1)) > 0.02) changed++;
		}
		assertTrue(beside > 100, beside + " pixels beside the head");
		return changed / (double) beside;
	}

	private static boolean touches(final AnalyticHead head, final int x, final int y, final int reach) {
		for (int k = 0; k < 16; k++) {
			if (head.hit(x + 0.5 + reach * Math.cos(k * Math.PI / 8), y + 0.5 + reach * Math.sin(k * Math.PI / 8), true) != null) return true;
		}
		return false;
	}
}
