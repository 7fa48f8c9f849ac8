package org.icportrait.hair;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.face.HeadReading;
import org.icportrait.face.MadeParts;
import org.icportrait.face.Parts.Kind;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.strands.Scalp;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;


/** The mean head, on whose scalp a network of parts sees this or that. */
class HeadCoveringTest {

	private static final HeadReading READING = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), 256);

	private static boolean isWorn(final Kind kind, final float share, final Kind rest) {
		return HeadCovering.isWorn(MadeParts.onScalp(READING, kind, share, rest));
	}

	@Test
	void hairAndBareScalpsAreNone() {
		assertFalse(HeadCovering.isWorn(READING), "nothing is known of parts");
		assertFalse(isWorn(Kind.HAIR, 1, Kind.SKIN));
		assertFalse(isWorn(Kind.SKIN, 1, Kind.HAIR));
		assertFalse(isWorn(Kind.CLOTH, 0.35f, Kind.HAIR));
	}

	@Test
	void clothOverTheScalpIsWorn() {
		assertTrue(isWorn(Kind.CLOTH, 0.45f, Kind.HAIR));
		assertTrue(isWorn(Kind.CLOTH, 0.45f, Kind.SKIN));
	}

	/** A hat of which a network makes nothing else looks as if held. */
	@Test
	void whatIsStrangeIsWorn() {
		assertTrue(isWorn(Kind.HELD, 0.45f, Kind.HAIR));
		assertTrue(isWorn(Kind.HELD, 0.4f, Kind.CLOTH));
	}

	/** A gleam on the crown, a hand before one side. */
	@Test
	void aHatReachesDownOnBothSides() {
		assertFalse(HeadCovering.isWorn(MadeParts.onScalp(READING, Kind.CLOTH, x -> Math.abs(x) < 0.4 ? 1 : 0, Kind.HAIR)));
		assertFalse(HeadCovering.isWorn(MadeParts.onScalp(READING, Kind.HELD, x -> x < 0.3 ? 1 : 0, Kind.HAIR)));
		assertTrue(HeadCovering.isWorn(MadeParts.onScalp(READING, Kind.HELD, x -> 1, Kind.HAIR)));
	}

	@Test
	void aPreparedHeadKnowsIt() {
		final Picture photograph = new Picture(256, 256, 3);
		final PreparedHead hat = PreparedHead.of(photograph, MadeParts.onScalp(READING, Kind.CLOTH, 1, Kind.HAIR), Progress.NONE);
		final PreparedHead hair = PreparedHead.of(photograph, MadeParts.onScalp(READING, Kind.HAIR, 1, Kind.CLOTH), Progress.NONE);
		assertTrue(Scalp.isCovered(List.of(hair, hat)));
		assertFalse(Scalp.isCovered(List.of(hair)));
	}
}
