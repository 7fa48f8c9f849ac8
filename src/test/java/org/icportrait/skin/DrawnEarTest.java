package org.icportrait.skin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The mean head's right ear, seen from the side that a turn by 60 degrees brings to light. */
class DrawnEarTest {

	private static final int SIDE = 400;
	private static final HeadCamera CAMERA = new HeadCamera(SIDE / 2, SIDE / 2, 130, 0.1);
	private static final Rotation TURNED = new Pose(60, 0, 0).toRotation();
	private static final Occluder HEAD = turned();
	private static final double[] HOLLOW = { 1.3, 1.8, 1.95 };
	private static final float[] PLAIN = { 1, 1, 1 };
	/** Canonical places: its bowl, its lobe, its rim behind, the cheek, and the head just behind the rim. */
	private static final float[] BOWL = { -0.72f, 0.02f, 0.06f }, LOBE = { -0.76f, -0.14f, 0.12f }, CHEEK = { -0.66f, 0, 0.4f };
	private static final DrawnEar EAR = ear(SkinLight.soft(1), HOLLOW);

	private static Occluder turned() {
		final HeadModel model = HeadModel.standard();
		final float[] p = model.neutral().clone();
		for (int v = 0; v < p.length; v += 3) {
			final float x = p[v], y = p[v + 1], z = p[v + 2];
			p[v] = (float) TURNED.x(x, y, z);
			p[v + 1] = (float) TURNED.y(x, y, z);
			p[v + 2] = (float) TURNED.z(x, y, z);
		}
		return new Occluder(p, model.triangles());
	}

	private static DrawnEar ear(final SkinLight light, final double[] hollow) {
		final EarSurface surface = EarSurface.of(HEAD, HEAD.normals(), false, CAMERA, new Area(0, 0, SIDE, SIDE), light::along, Progress.NONE);
		return DrawnEar.of(surface, new Similarity(1.0 / SIDE, 0, 0, 0), light, PLAIN, hollow, 1, Progress.NONE);
	}

	private static int x(final float[] place) {
		final double z = TURNED.z(place[0], place[1], place[2]);
		return (int) CAMERA.x(TURNED.x(place[0], place[1], place[2]), z);
	}

	private static int y(final float[] place) {
		final double z = TURNED.z(place[0], place[1], place[2]);
		return (int) CAMERA.y(TURNED.y(place[0], place[1], place[2]), z);
	}

	/** What a place of grey skin under which all is of one brightness looks like. */
	private static float[] over(final DrawnEar ear, final int x, final int y, final float under) {
		final float[] colour = { under, under, under };
		ear.over(colour, PLAIN, x, y, 1);
		return colour;
	}

	@Test
	void itsBowlIsMuchDarkerThanItsLobeAndRedder() {
		final float[] bowl = over(EAR, x(BOWL), y(BOWL), 1), lobe = over(EAR, x(LOBE), y(LOBE), 1);
		assertTrue(bowl[1] < 0.65 * lobe[1], bowl[1] + " beside " + lobe[1]);
		assertTrue(bowl[0] > 1.1 * bowl[1], Arrays.toString(bowl));
		final float[] grey = over(ear(SkinLight.soft(1), new double[] { 1.7, 1.7, 1.7 }), x(BOWL), y(BOWL), 1);
		assertEquals(grey[0], grey[2], 1e-6);
	}

	/** Before hair it ends within two pixels or so, where a soft border was a ghost's. */
	@Test
	void itsRimIsCrisp() {
		final int row = y(BOWL);
		int some = 0, all = 0;
		for (int x = EAR.area().x(); x < x(BOWL); x++) {
			final float share = EAR.share(x, row);
			if (share > 0.02f && share < 0.98f) some++;
			if (share >= 0.98f) all++;
		}
		assertTrue(some <= 3 && all > 10, some + " pixels between, " + all + " of ear");
	}

	@Test
	void whatLiesBehindItIsInItsShadeAndTheCheekIsNot() {
		final int row = y(BOWL);
		int x = x(BOWL);
		while (EAR.share(x, row) > 0) x--;
		assertTrue(over(EAR, x - 2, row, 1)[0] < 0.9f, "shade of " + over(EAR, x - 2, row, 1)[0]);
		assertEquals(1, over(EAR, x(CHEEK), y(CHEEK), 1)[0], 0.1f);
		assertEquals(0, EAR.share(x(CHEEK), y(CHEEK)), 1e-6);
	}

	/** From above and from below: what is bright in one is darker in the other. */
	@Test
	void itLiesInTheLightThatSeenSkinStandsIn() {
		final float[] even = new float[] { 1 };
		final DrawnEar above = ear(new SkinLight(even, new double[] { 0.6, 0, 0.5, 0.2 }), HOLLOW), below = ear(new SkinLight(even, new double[] { 0.6, 0, -0.5, 0.2 }), HOLLOW);
		final float[] top = { -0.86f, 0.345f, -0.05f };
		assertTrue(over(above, x(top), y(top), 1)[1] > 1.2 * over(below, x(top), y(top), 1)[1]);
	}

	/** Half ear and half wall: no third colour of what is under it. */
	@Test
	void beforeAWallItHasNoBorderOfWhatIsUnderIt() {
		final int row = y(BOWL);
		int x = EAR.area().x();
		while (EAR.share(x, row) < 0.2f) x++;
		final float[] colour = { 9, 9, 9 };
		EAR.over(colour, PLAIN, x, row, 0);
		assertTrue(colour[1] < 1.6f, colour[1] + "");
	}
}
