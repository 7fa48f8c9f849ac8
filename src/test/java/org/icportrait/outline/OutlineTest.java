package org.icportrait.outline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.image.RoundedMask;
import org.icportrait.inference.Tensor;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class OutlineTest {

	private static final int SIDE = 32, N = SIDE * SIDE;

	/** The photograph shows the left half surely; the right half is a person whom nothing shows, down to row {@code until}. */
	private static Picture trusted(final int until) {
		final Condition condition = new Condition(Frame.of(new HeadCamera(60, 50, 40, 0), SIDE), Tensor.floats(1, 3, SIDE, SIDE), Tensor.floats(1, Condition.MAPS, SIDE, SIDE), new Picture(SIDE, SIDE, 3));
		final Picture matte = new Picture(SIDE, SIDE, 1), room = new Picture(SIDE, SIDE, 1);
		Arrays.fill(room.data(), 1);
		for (int i = 0; i < N; i++) {
			final boolean seen = i % SIDE < SIDE / 2;
			for (int channel = 0; channel < 2; channel++) condition.maps().buffer().put(channel * N + i, seen ? 1 : 0);
			matte.data()[i] = seen || i / SIDE < until ? 1 : 0;
		}
		return new Outline(condition, room).trusted(matte, Progress.NONE);
	}

	@Test
	void thePhotographGivesWayBesideWhatIsGeneratedAndNowhereElse() {
		final Picture trusted = trusted(SIDE / 2);
		for (int row = 0; row < SIDE; row++) {
			for (int column = 0; column < SIDE / 2; column++) {
				final boolean beside = column == SIDE / 2 - 1 && row <= SIDE / 2;
				assertEquals(beside ? 0 : 1, trusted.get(column, row, 0), "column " + column + ", row " + row);
			}
		}
	}

	@Test
	void whereNothingIsGeneratedNothingGivesWay() {
		for (final float value : trusted(0).data()) assertEquals(1, value);
	}

	/** A shoulder seen askance got the wall's colours. @param matte of the networks @param mirrored of all that is seen @return {@link Outline#kept} and {@link Outline#trusted} amid that */
	private static float[] askance(final float matte, final float mirrored) {
		final Condition condition = new Condition(Frame.of(new HeadCamera(60, 50, 40, 0), SIDE), Tensor.floats(1, 3, SIDE, SIDE), Tensor.floats(1, Condition.MAPS, SIDE, SIDE), new Picture(SIDE, SIDE, 3));
		final Picture mattes = new Picture(SIDE, SIDE, 1), room = new Picture(SIDE, SIDE, 1);
		Arrays.fill(room.data(), 1);
		Arrays.fill(mattes.data(), matte);
		for (int i = 0; i < N; i++) condition.maps().buffer().put(i, 0.1f).put(N + i, 1).put(2 * N + i, mirrored);
		final Outline outline = new Outline(condition, room);
		final int middle = SIDE / 2 * SIDE + SIDE / 2;
		return new float[] { outline.kept(mattes).data()[middle], outline.trusted(mattes, Progress.NONE).data()[middle] };
	}

	@Test
	void whereNobodyIsGeneratedThePhotographStaysHoweverLittleItShows() {
		assertArrayEquals(new float[] { 1, 1 }, askance(0, 0));
		assertArrayEquals(new float[] { 0, 0 }, askance(1, 0), "who is generated wins");
		assertEquals(0, askance(0, 1)[0], "a mirror image");
	}

	@Test
	void cornersAreRoundedAndSidesStayWhereTheyAre() {
		final boolean[] square = new boolean[N];
		for (int i = 0; i < N; i++) square[i] = Math.abs(i % SIDE - 15.5) < 10 && Math.abs(i / SIDE - 15.5) < 10;
		final Picture round = RoundedMask.of(square, SIDE, 3, Progress.NONE);
		assertTrue(round.get(6, 6, 0) < 0.05f, "the corner");
		assertEquals(1, round.get(15, 15, 0), 1e-6f);
		assertTrue(round.get(5, 15, 0) < 0.5f && round.get(6, 15, 0) > 0.5f, "the left side");
	}

	@Test
	void teethOfAMatteAreSmoothed() {
		final Picture teeth = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < N; i++) teeth.data()[i] = i % SIDE < 16 + i / SIDE % 2 ? 1 : 0;
		final Condition condition = new Condition(Frame.of(new HeadCamera(60, 50, 40, 0), SIDE), Tensor.floats(1, 3, SIDE, SIDE), Tensor.floats(1, Condition.MAPS, SIDE, SIDE), new Picture(SIDE, SIDE, 3));
		final Picture smooth = new Outline(condition, teeth).smooth(teeth, Progress.NONE);
		for (int row = 4; row < SIDE - 4; row++) assertEquals(smooth.get(16, row, 0), smooth.get(16, row + 1, 0), 0.15f);
	}

	/** A ramp of this many pixels about the middle column. */
	private static float[] sharpRow(final double width) {
		final Picture ramp = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < N; i++) ramp.data()[i] = (float) Math.max(0, Math.min(1, 0.45 + (SIDE / 2 - i % SIDE) / width));
		final Condition condition = new Condition(Frame.of(new HeadCamera(60, 50, 40, 0), SIDE), Tensor.floats(1, 3, SIDE, SIDE), Tensor.floats(1, Condition.MAPS, SIDE, SIDE), new Picture(SIDE, SIDE, 3));
		final Picture sharp = new Outline(condition, ramp).sharp(ramp);
		return Arrays.copyOfRange(sharp.data(), SIDE * SIDE / 2, SIDE * SIDE / 2 + SIDE);
	}

	@Test
	void doubtBecomesAnOutlineWhereItIsAndNoMist() {
		for (final double width : new double[] { 3, 10, 20 }) {
			final float[] row = sharpRow(width);
			assertEquals(0.5f, row[SIDE / 2], 1e-3f, "where it passes the level, " + width);
			assertTrue(row[SIDE / 2 - 4] > 0.9f && row[SIDE / 2 + 4] < 0.1f, "no wider than an edge, " + width);
			for (int x = 1; x < SIDE; x++) assertTrue(row[x] <= row[x - 1], "inward to outward, " + width);
		}
	}

	@Test
	void whatIsSureStaysSure() {
		final float[] row = sharpRow(3);
		assertEquals(1, row[2]);
		assertEquals(0, row[SIDE - 3]);
	}

	@Test
	void hairStandsOutRoundAndNotFarFromTheHead() {
		final boolean[] head = new boolean[N];
		for (int i = 0; i < N; i++) head[i] = Math.hypot(i % SIDE - 16, i / SIDE - 10) < 3 || i / SIDE > 24 && i % SIDE > 12 && i % SIDE < 20;
		final Picture everywhere = new Picture(SIDE, SIDE, 1);
		Arrays.fill(everywhere.data(), 1);
		final Picture room = Outline.around(head, head, everywhere, 6, Progress.NONE);
		assertTrue(room.get(24, 28, 0) > 0.5f, "beside shoulders that turn too");
		Revealed.keepShoulders(everywhere, 16.5, 10.5, 8);
		final Picture beside = Outline.around(head, head, everywhere, 6, Progress.NONE);
		assertTrue(beside.get(23, 10, 0) > 0.7f && beside.get(16, 3, 0) > 0.7f, "as far as hair may");
		assertTrue(beside.get(23, 4, 0) < 0.3f, "no corner");
		assertEquals(0, beside.get(24, 28, 0), 1e-6f, "not beside shoulders that stay");
		assertEquals(1, beside.get(16, 28, 0), 1e-6f, "but where geometry draws them");
	}

	/** A neck would end in a step where that begins: all that stands out comes to its end before. */
	@Test
	void nothingStandsOutFromANecksLowerHalf() {
		final Picture everywhere = new Picture(SIDE, SIDE, 1);
		Arrays.fill(everywhere.data(), 1);
		Revealed.keepShoulders(everywhere, 16.5, 4.5, 16);
		assertEquals(1, everywhere.get(16, 4, 0), "about the head's origin");
		assertEquals(0, everywhere.get(7, 20, 0), 1e-3f, "1 dm below and 6 cm beside it");
		float before = 1;
		for (int row = 4; row < 24; row++) {
			final float now = everywhere.get(7, row, 0);
			assertTrue(now <= before && before - now < 0.25f, "evenly, row " + row);
			before = now;
		}
	}

	/** It would be a lobe of skin about a pony tail. */
	@Test
	void nothingStandsOutFromATail() {
		final boolean[] head = new boolean[N], bare = new boolean[N];
		for (int i = 0; i < N; i++) {
			bare[i] = Math.hypot(i % SIDE - 12, i / SIDE - 8) < 5;
			head[i] = bare[i] || Math.hypot(i % SIDE - 14, i / SIDE - 22) < 6;
		}
		final Picture everywhere = new Picture(SIDE, SIDE, 1);
		Arrays.fill(everywhere.data(), 1);
		final Picture room = Outline.around(head, bare, everywhere, 6, Progress.NONE), without = Outline.around(head, head, everywhere, 6, Progress.NONE);
		assertTrue(without.get(22, 22, 0) > 0.7f && room.get(22, 22, 0) < 0.05f, "beside the tail");
		assertTrue(room.get(19, 8, 0) > 0.7f, "beside the head");
		assertEquals(1, room.get(14, 22, 0), 1e-6f, "the tail");
	}

	@Test
	void nothingStandsOutFromWhatThePhotographShows() {
		final boolean[] head = new boolean[N];
		for (int i = 0; i < N; i++) head[i] = Math.hypot(i % SIDE - 16, i / SIDE - 16) < 8;
		final Picture revealed = Revealed.of(new Pose(-60, 0, 0).toRotation(), List.of(Rotation.IDENTITY), SIDE, 16.5, 16.5);
		final Picture room = Outline.around(head, head, revealed, 4, Progress.NONE);
		for (int column = 0; column <= 8; column++) assertEquals(0, room.get(column, 16, 0), 1e-6f, "the face turns left, column " + column);
		assertTrue(room.get(26, 16, 0) > 0.5f, "right of what the turn revealed");
		for (int i = 0; i < N; i++) if (Math.hypot(i % SIDE - 16, i / SIDE - 16) < 6) assertEquals(1, room.data()[i], "the head");
	}

	@Test
	void anOutlineFacedAwayWhereNoPhotographShowsIt() {
		final Rotation wanted = new Pose(-30, 0, 0).toRotation(), left = new Pose(-30, 0, 0).toRotation(), right = new Pose(30, 0, 0).toRotation();
		final int beside = SIDE / 2 * SIDE + SIDE - 1;
		final double y = SIDE / 2 + 0.5;
		assertEquals(Math.sin(Math.toRadians(60)), Revealed.of(wanted, List.of(right), SIDE, 16, y).data()[beside], 1e-6, "right of it");
		assertEquals(0, Revealed.of(wanted, List.of(right, left), SIDE, 16, y).data()[beside], 1e-6, "one shows it");
	}

	/** Hair stands out above a head that looks down. Ears, which hang below one that looks up, stay as wide as they are. */
	@Test
	void aTurnUpOrDownRevealsNothingBesideTheHead() {
		final int above = 16, below = (SIDE - 1) * SIDE + 16, left = 16 * SIDE, right = left + SIDE - 1;
		final float[] down = Revealed.of(new Pose(0, -20, 0).toRotation(), List.of(Rotation.IDENTITY), SIDE, 16.5, 16.5).data();
		final float[] up = Revealed.of(new Pose(0, 20, 0).toRotation(), List.of(Rotation.IDENTITY), SIDE, 16.5, 16.5).data();
		assertEquals(Math.sin(Math.toRadians(20)), down[above], 1e-6, "above a head that looks down");
		for (final int beside : new int[] { left, right }) assertEquals(0, down[beside], 1e-6, "beside it");
		assertEquals(0, up[above] + down[below], 1e-6, "where photographs show the outline");
		for (final int ear : new int[] { left, right, below }) assertEquals(0.1, up[ear], 1e-6, "beside and below one that looks up: room to be smooth");
	}

	/** A photograph shows how high a head goes and how far its other half does: with room there heads had a cap, cut off straight down to the far temple. */
	@Test
	void aTurnAsideRevealsTheRearAndNoCrown() {
		final float[] aside = Revealed.of(new Pose(-30, 5, 0).toRotation(), List.of(Rotation.IDENTITY), SIDE, 16.5, 16.5).data();
		final float rear = aside[5 * SIDE + 28];
		assertTrue(rear > 0.45f, "obliquely up toward the rear: " + rear);
		assertTrue(aside[16] > 0.1f * rear && aside[16] < 0.4f * rear, "above, a seam for a torn outline: " + aside[16] / rear);
		assertTrue(aside[11] < 0.25f * rear, "above the face: " + aside[11] / rear);
		assertEquals(0, aside[7], 1e-6, "beyond the far temple");
	}

	/** A band of hair and skin stood beside the far ear of three-quarter portraits that were turned to the front. */
	@Test
	void aHeadTurnedToTheFrontShowsNoRearBesideItsFarCheek() {
		for (final int yaw : new int[] { -40, 40 }) {
			final float[] front = Revealed.of(Rotation.IDENTITY, List.of(new Pose(yaw, 0, 0).toRotation()), SIDE, 16.5, 16.5).data();
			for (final int beside : new int[] { 16 * SIDE, 16 * SIDE + SIDE - 1 }) assertEquals(0, front[beside], 1e-6, "beside it");
			assertTrue(front[16] > 0.1f, "above, a seam: " + front[16]);
		}
	}
}
