package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.HeadReading;
import org.icportrait.face.MadeParts;
import org.icportrait.face.Parts;
import org.icportrait.geometry.Pose;
import org.icportrait.hair.BareEars;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Whether a photograph shows ears or what lies over them. */
class BareEarsTest {

	private static final int SIDE = 256;
	private static final HeadReading READING = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), SIDE);
	private static final PreparedHead HEAD = PreparedHead.of(new Picture(SIDE, SIDE, 3), READING, Progress.NONE);

	@Test
	void aBareHeadShowsItsEars() {
		assertTrue(HEAD.hair().bareEars() > 0.7, "bare: " + HEAD.hair().bareEars());
	}

	@Test
	void whatLiesFartherOutIsHair() {
		assertTrue(share(0.25f) < 0.2, "under hair: " + share(0.25f));
		assertEquals(HEAD.hair().bareEars(), share(0), 0);
	}

	@Test
	void whereNoEarIsSeenThereIsNone() {
		assertEquals(0, BareEars.share(HEAD.fitted(), new float[HeadModel.standard().size()], HEAD.maps(), HEAD.camera(), null));
	}

	/** A scarf lies as close as skin does. */
	@Test
	void whatACoveringLiesOverIsNotBare() {
		final float[] sight = FittedSight.of(HEAD.fitted(), HEAD.camera(), Progress.NONE);
		assertEquals(0, BareEars.share(HEAD.fitted(), sight, HEAD.maps(), HEAD.camera(), MadeParts.all(READING, Parts.Kind.CLOTH)));
		assertEquals(HEAD.hair().bareEars(), BareEars.share(HEAD.fitted(), sight, HEAD.maps(), HEAD.camera(), MadeParts.onScalp(READING, Parts.Kind.CLOTH, 1, Parts.Kind.HAIR)), 0.1);
	}

	/** Beside the face everything lies so many dm farther out. */
	private static float share(final float out) {
		final HeadMaps maps = HEAD.maps();
		final Picture places = maps.coordinates().copy();
		for (int i = 0; i < places.planeSize(); i++) if (Math.abs(places.data()[i]) > 0.5f) places.data()[i] += Math.copySign(out, places.data()[i]);
		final HeadMaps haired = new HeadMaps(maps.pictureToMaps(), maps.matte(), maps.depth(), maps.normals(), places, maps.albedo());
		return BareEars.share(HEAD.fitted(), FittedSight.of(HEAD.fitted(), HEAD.camera(), Progress.NONE), haired, HEAD.camera(), null);
	}
}
