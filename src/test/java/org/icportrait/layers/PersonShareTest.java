package org.icportrait.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A dark person on the left half, before a light wall; the matte goes on softly over the wall, where a lamp would draw a halo. */
class PersonShareTest {

	private static final int SIDE = 64, HALF = SIDE / 2, TAIL = 10;
	private static final float OWN = 0.2f, WALL = 0.7f;

	/** @param column whose light is given, the other ones are the person's and the wall's */
	private static Picture share(final int column, final float light, final float wall) {
		final Picture shown = new Picture(SIDE, SIDE, 3), plate = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < shown.data().length; i++) shown.data()[i] = i % SIDE == column ? light : i % SIDE < HALF ? OWN : wall;
		Arrays.fill(plate.data(), wall);
		final CoarseFill inner = new CoarseFill(shown, Rim.within(matte(), Progress.NONE), SIDE, Progress.NONE);
		return PersonShare.of(shown, plate, matte(), inner, Progress.NONE);
	}

	private static Picture matte() {
		final Picture matte = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < matte.planeSize(); i++) matte.data()[i] = Math.max(0, Math.min(1, 0.5f + (HALF - i % SIDE - 0.5f) / TAIL));
		return matte;
	}

	@Test
	void nothingOfTheWallIsThePersons() {
		final Picture share = share(-1, 0, WALL);
		for (int x = HALF; x < SIDE; x++) assertEquals(0, share.get(x, HALF, 0), 1e-6, "column " + x);
	}

	@Test
	void whatThePersonShowsStaysTheMattes() {
		final Picture share = share(-1, 0, WALL);
		for (int x = 0; x < HALF; x++) assertEquals(matte().get(x, HALF, 0), share.get(x, HALF, 0), 1e-6, "column " + x);
	}

	/** A strand over which the wall shines. */
	@Test
	void aMixedPixelIsThePersonsInPart() {
		assertEquals(1 - 0.8 / 0.92, share(HALF, OWN + 0.8f * (WALL - OWN), WALL).get(HALF, HALF, 0), 0.08);
	}

	/** A white collar beside dark skin is none of the wall's. */
	@Test
	void whatIsBrighterThanTheWallStays() {
		assertEquals(matte().get(HALF, HALF, 0), share(HALF, 1, WALL).get(HALF, HALF, 0), 1e-6);
	}

	@Test
	void whereBothAreAlikeTheMatteSays() {
		for (int x = HALF; x < HALF + TAIL / 2; x++) assertEquals(matte().get(x, HALF, 0), share(-1, 0, OWN + 0.005f).get(x, HALF, 0), 0.05, "column " + x);
	}

	private static Picture hardMatte(final boolean holes) {
		final Picture matte = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < matte.planeSize(); i++) matte.data()[i] = i % SIDE < HALF ? holes && i % SIDE == 20 && i / SIDE % 3 > 0 ? 0.2f : 1 : 0;
		return matte;
	}

	/** A column of the person that looks like the wall, and of which the matte says so here and there. */
	private static Picture withGaps(final float wall) {
		final Picture shown = new Picture(SIDE, SIDE, 3), plate = new Picture(SIDE, SIDE, 3), matte = hardMatte(true);
		for (int i = 0; i < shown.data().length; i++) shown.data()[i] = i % SIDE == 20 || i % SIDE >= HALF ? wall : OWN;
		Arrays.fill(plate.data(), wall);
		return PersonShare.of(shown, plate, matte, new CoarseFill(shown, Rim.within(matte, Progress.NONE), SIDE, Progress.NONE), Progress.NONE);
	}

	@Test
	void specksBeforeAWallOfThePersonsColourAreClosed() {
		for (int y = 0; y < SIDE; y++) assertEquals(1, withGaps(0.35f).get(20, y, 0), 1e-6);
	}

	@Test
	void aBrightWallBetweenStrandsStays() {
		final Picture share = withGaps(WALL);
		for (int y = 0; y < SIDE; y++) if (y % 3 > 0) assertEquals(0, share.get(20, y, 0), 0.05);
	}

	/** The matte ends sooner than the photograph's blur. */
	@Test
	void aMixedPixelBesideAHardMatteIsThePersonsInPart() {
		final Picture shown = new Picture(SIDE, SIDE, 3), plate = new Picture(SIDE, SIDE, 3), matte = hardMatte(false);
		for (int i = 0; i < shown.data().length; i++) {
			shown.data()[i] = i % SIDE < HALF ? OWN : i % SIDE == HALF || i % SIDE == HALF + 5 ? (OWN + WALL) / 2 : WALL;
		}
		Arrays.fill(plate.data(), WALL);
		final Picture share = PersonShare.of(shown, plate, matte, new CoarseFill(shown, Rim.within(matte, Progress.NONE), SIDE, Progress.NONE), Progress.NONE);
		assertEquals(0.5, share.get(HALF, HALF, 0), 0.05);
		assertEquals(0, share.get(HALF + 5, HALF, 0), 1e-6);
	}

	/** A white shirt before a light wall: what of the wall's grain looks like the shirt joins to no band along its edge, which would be lit with it. */
	@Test
	void grainOfAWallThatIsLikeThePersonIsNotJoined() {
		final Picture shown = new Picture(SIDE, SIDE, 3), plate = new Picture(SIDE, SIDE, 3), matte = hardMatte(false);
		final float shirt = 0.95f, wall = 0.7f;
		for (int i = 0; i < shown.data().length; i++) {
			final boolean grain = i % SIDE == HALF && i / SIDE % SIDE % 2 == 0;
			shown.data()[i] = i % SIDE < HALF ? shirt : grain ? (shirt + wall) / 2 : wall;
		}
		Arrays.fill(plate.data(), wall);
		final Picture share = PersonShare.of(shown, plate, matte, new CoarseFill(shown, Rim.within(matte, Progress.NONE), SIDE, Progress.NONE), Progress.NONE);
		for (int y = 1; y < SIDE; y += 2) assertEquals(0, share.get(HALF, y, 0), 0.05);
	}

	/** Beside a hard matte. @return the share of a pixel of that colour there */
	private static float besideAHardMatte(final float... colour) {
		final Picture shown = new Picture(SIDE, SIDE, 3), plate = new Picture(SIDE, SIDE, 3), matte = hardMatte(false);
		for (int i = 0; i < shown.data().length; i++) shown.data()[i] = i % SIDE < HALF ? OWN : i % SIDE == HALF ? colour[i / shown.planeSize()] : WALL;
		Arrays.fill(plate.data(), WALL);
		return PersonShare.of(shown, plate, matte, new CoarseFill(shown, Rim.within(matte, Progress.NONE), SIDE, Progress.NONE), Progress.NONE).get(HALF, HALF, 0);
	}

	@Test
	void grainAndAThingOfAnotherColourBesideAHardMatteAreNotThePersons() {
		final float grain = OWN + 0.9f * (WALL - OWN);
		assertEquals(0, besideAHardMatte(grain, grain, grain), 1e-6);
		assertEquals(0, besideAHardMatte(0.9f, 0, 0.2f), 1e-6);
	}
}
