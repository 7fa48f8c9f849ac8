package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.hair.CutCrown;
import org.icportrait.hair.SeenHair;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A photograph that ends above the forehead, of a head with hair at the temples alone. */
class CutCrownTest {

	private static final int SIDE = 256;
	/** Row where the photograph begins, and half the width of what is bare, pixels. */
	private static final int TOP = 58, BARE = 40;
	private static final HeadReading READING = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), SIDE);
	private static final PreparedHead HEAD = PreparedHead.of(new Picture(SIDE, SIDE, 3), READING, Progress.NONE);
	private static final float[] ANYWHERE = FittedSight.of(HEAD.fitted(), HEAD.camera(), Progress.NONE);

	@Test
	void theCrownTakesTheColourOfHairThatIsLeft() {
		final float[] within = within();
		final Closure closure = Closure.of(HEAD.fitted(), ANYWHERE, within, SeenHair.of(maps(0.2f)), HEAD.camera(), Progress.NONE);
		int crown = 0;
		for (int v = 0; v < within.length; v++) {
			if (!HeadModel.standard().isScalp(v) || within[v] > 0.3f) continue;
			crown++;
			final double aside = Math.abs(closure.placeX()[v] - HEAD.camera().x0());
			assertTrue(closure.placeY()[v] >= TOP && aside > BARE, "place " + closure.placeX()[v] + ", " + closure.placeY()[v]);
		}
		assertTrue(crown > 500, crown + " vertices of the crown");
	}

	@Test
	void aBaldOneTakesSkinWithinThePhotograph() {
		final float[] within = within();
		final Closure closure = Closure.of(HEAD.fitted(), ANYWHERE, within, SeenHair.of(maps(0)), HEAD.camera(), Progress.NONE);
		double highest = SIDE;
		for (int v = 0; v < within.length; v++) if (HeadModel.standard().isScalp(v)) highest = Math.min(highest, closure.placeY()[v]);
		assertTrue(highest >= TOP, "a place at row " + highest);
	}

	/** What lies beyond the border is closed as what lies behind. */
	@Test
	void theClosureReachesBeyondTheBorder() {
		final Closure all = Closure.of(HEAD.fitted(), ANYWHERE, ANYWHERE, SeenHair.of(maps(0)), HEAD.camera(), Progress.NONE);
		final Closure cut = Closure.of(HEAD.fitted(), ANYWHERE, within(), SeenHair.of(maps(0)), HEAD.camera(), Progress.NONE);
		assertTrue(cut.triangles().length > all.triangles().length + 600, cut.triangles().length + " after " + all.triangles().length);
	}

	@Test
	void aWholeHeadStaysAsItIs() {
		final float[] x = new float[ANYWHERE.length], y = new float[ANYWHERE.length];
		CutCrown.lend(HeadModel.standard(), ANYWHERE, ANYWHERE, 0.3f, SeenHair.of(maps(0.2f)), x.clone(), y.clone(), x, y);
		for (int v = 0; v < x.length; v++) assertEquals(0, x[v] + y[v], 0);
	}

	/** Of a photograph that begins at {@link #TOP}: its rows above that are none. */
	private static float[] within() {
		final HeadCamera all = HEAD.camera(), cut = new HeadCamera(all.x0(), all.y0() - TOP, all.s(), all.k());
		return FittedSight.within(ANYWHERE, HEAD.fitted(), cut, SIDE, SIDE - TOP);
	}

	/** The maps without the rows that are cut off, what is of the scalp aside lying so many dm farther out. */
	private static HeadMaps maps(final float out) {
		final HeadMaps maps = HEAD.maps();
		final Picture places = maps.coordinates().copy(), matte = maps.matte().copy();
		final int n = maps.size();
		for (int i = 0; i < n; i++) {
			final double column = i % maps.width() + 0.5, row = i / maps.width() + 0.5;
			final double x = maps.pictureToMaps().inverse().x(column, row), y = maps.pictureToMaps().inverse().y(column, row);
			if (y < TOP) matte.data()[i] = 0;
			if (!HeadModel.isScalp(places.data()[n + i], places.data()[2 * n + i]) || Math.abs(x - HEAD.camera().x0()) < BARE) continue;
			places.data()[i] += Math.copySign(out, places.data()[i]);
			places.data()[n + i] += out;
		}
		return new HeadMaps(maps.pictureToMaps(), matte, maps.depth(), maps.normals(), places, maps.albedo());
	}
}
