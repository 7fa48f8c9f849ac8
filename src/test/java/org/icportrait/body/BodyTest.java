package org.icportrait.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A body is closed where it stands, behind what its photograph shows, and lends cloth to cloth. */
class BodyTest {

	private static final int SIDE = 256;
	private static final Pose TURNED = new Pose(25, 0, 0);
	private static final HeadReading READING = ModelBust.reading(Pose.FRONTAL, TURNED, SIDE);
	private static final Picture PHOTOGRAPH = ModelBust.photograph(READING, SIDE);
	private static final PreparedHead HEAD = PreparedHead.of(PHOTOGRAPH, READING, Progress.NONE);

	@Test
	void itStandsAsTheBodyDoesAndNotAsTheHead() {
		assertEquals(0, Body.of(HEAD, Progress.NONE).pose().rotation().degreesTo(TURNED.toRotation()), 5);
	}

	@Test
	void itStaysBehindWhatIsShownAndWithinTheSilhouette() {
		final Body body = Body.of(HEAD, Progress.NONE);
		int inside = 0, all = 0;
		for (int v = 0; v < body.ownX().length; v++) {
			final float x = body.ownX()[v], y = body.ownY()[v], matte = BodyWidths.matte(HEAD, x, y);
			if (Float.isNaN(matte)) continue;
			all++;
			if (matte <= Mesh.SOLID) continue;
			inside++;
			final HeadMaps maps = HEAD.maps();
			assertTrue(body.points()[3 * v + 2] <= maps.depth().sample(maps.column(x, y), maps.row(x, y), 0), "vertex " + v);
		}
		assertTrue(inside > 0.9 * all && all > 500, inside + " of " + all);
	}

	/** The back of it too, which no photograph shows. */
	@Test
	void clothLendsToClothAndSkinToSkin() {
		final Body body = Body.of(HEAD, Progress.NONE);
		for (int v = 0; v < body.placeX().length; v++) {
			final float lent = PHOTOGRAPH.get((int) body.placeX()[v], (int) body.placeY()[v], 0);
			assertEquals(body.dressed()[v] ? ModelBust.CLOTH : ModelBust.SKIN, lent, 1e-6f, "vertex " + v + " at " + body.placeX()[v] + ", " + body.placeY()[v]);
		}
	}

	@Test
	void aPhotographWithoutABodyHasNone() {
		final HeadReading face = ModelHead.reading(new double[HeadModel.standard().modes()], Pose.FRONTAL, SIDE);
		for (int i = 0; i < face.matte().planeSize(); i++) if (face.coordinates().data()[face.matte().planeSize() + i] < -1.1f) face.matte().data()[i] = 0;
		assertNull(Body.of(PreparedHead.of(new Picture(SIDE, SIDE, 3), face, Progress.NONE), Progress.NONE));
	}
}
