package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.view.AnalyticHead;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What is prepared of an ellipsoid is the ellipsoid's own. */
class PreparedHeadTest {

	private static final int SIDE = 260;
	private static final AnalyticHead HEAD = AnalyticHead.of(SIDE, 66, new Pose(20, -10, 15), (x, y, z, c) -> 0.6 + 0.1 * Math.sin(4 * x + c));
	private static final PreparedHead PREPARED = PreparedHead.of(HEAD.picture((x, y, z, c) -> 1, 2), HEAD.surface(), Progress.NONE);

	@Test
	void mapsReadBetweenCellsAreThoseOfTheHead() {
		final HeadMaps maps = PREPARED.maps();
		int places = 0;
		for (int y = 8; y < SIDE - 8; y += 3) {
			for (int x = 8; x < SIDE - 8; x += 3) {
				if (!isInside(x, y)) continue;
				places++;
				final double[] q = hit(x + 0.5, y + 0.5), p = HEAD.toHead(q), n = HEAD.normal(p);
				final double column = maps.column(x + 0.5, y + 0.5), row = maps.row(x + 0.5, y + 0.5);
				assertTrue(PREPARED.matte().get(x - PREPARED.area().x(), y - PREPARED.area().y(), 0) > 0.99f);
				assertTrue(maps.matte().sample(column, row, 0) > 0.99f);
				assertEquals(q[2], maps.depth().sample(column, row, 0), 0.03);
				for (int c = 0; c < 3; c++) {
					assertEquals(n[c], maps.normals().sample(column, row, c), 0.04);
					assertEquals(p[c], maps.coordinates().sample(column, row, c), 0.03);
					assertEquals(HEAD.paint().of(p[0], p[1], p[2], c), maps.albedo().sample(column, row, c), 0.02);
				}
			}
		}
		assertTrue(places > 500, "places " + places);
	}

	private static double[] hit(final double x, final double y) {
		return HEAD.hit(x, y, true);
	}

	/** At least 8 pixels from the silhouette. */
	private static boolean isInside(final int x, final int y) {
		for (int k = 0; k < 16; k++) {
			if (hit(x + 0.5 + 8 * Math.cos(k * Math.PI / 8), y + 0.5 + 8 * Math.sin(k * Math.PI / 8)) == null) return false;
		}
		return true;
	}

	@Test
	void normalsHaveLengthOneEverywhere() {
		final float[] n = PREPARED.maps().normals().data();
		final int size = PREPARED.maps().size();
		for (int i = 0; i < size; i++) assertEquals(1, Math.sqrt(n[i] * n[i] + n[size + i] * n[size + i] + n[2 * size + i] * n[2 * size + i]), 1e-4);
	}

	@Test
	void theMattesEndWhereTheHeadEnds() {
		assertTrue(wrong(PREPARED.matte(), new Similarity(1, 0, PREPARED.area().x(), PREPARED.area().y())) < 0.02);
		assertTrue(wrong(PREPARED.maps().matte(), PREPARED.maps().pictureToMaps().inverse()) < 0.05);
	}

	/** Share of the head's size by which a matte is wrong. */
	private static double wrong(final Picture matte, final Similarity toPicture) {
		double wrong = 0, size = 0;
		for (int i = 0; i < matte.planeSize(); i++) {
			final double u = i % matte.width() + 0.5, v = i / matte.width() + 0.5;
			final double truth = hit(toPicture.x(u, v), toPicture.y(u, v)) == null ? 0 : 1;
			wrong += Math.abs(truth - matte.data()[i]);
			size += truth;
		}
		return wrong / size;
	}

	@Test
	void theSymmetryPlaneIsThatOfThePose() {
		final Symmetry s = PREPARED.symmetry();
		assertEquals(HEAD.rotation().x(1, 0, 0), s.nx(), 0.02);
		assertEquals(HEAD.rotation().y(1, 0, 0), s.ny(), 0.02);
		assertEquals(HEAD.rotation().z(1, 0, 0), s.nz(), 0.02);
		assertEquals(0, s.offset(), 0.02);
	}

	@Test
	void whatThePhotographShowsIsKnown() {
		final double[] front = HEAD.toHead(hit(SIDE / 2.0, SIDE / 2.0));
		final float[] shown = new float[1], behind = new float[1];
		PREPARED.observed().read((float) front[0], (float) front[1], (float) front[2], shown);
		PREPARED.observed().read((float) -front[0], (float) -front[1], (float) -front[2], behind);
		assertTrue(shown[0] > 0.8f);
		assertEquals(0, behind[0]);
	}

	@Test
	void theFrontStandsOnItsPlacesAndTheRearBehindIt() {
		final Mesh mesh = PREPARED.mesh();
		for (int v = 0; v < mesh.count(); v++) {
			final float z = mesh.points()[3 * v + 2], rear = mesh.points()[3 * (mesh.count() + v) + 2];
			assertTrue(rear <= z, "rear before the front at " + v);
			assertEquals(mesh.textureX()[v], PREPARED.camera().x(mesh.points()[3 * v], z), 0.01);
			assertEquals(mesh.textureY()[v], PREPARED.camera().y(mesh.points()[3 * v + 1], z), 0.01);
		}
		assertTrue(mesh.front().length > 3000 && mesh.shell().length > 3000);
	}

	/** What networks read of the rear has grain: seen from the side it would be teeth at the back of the head. */
	@Test
	void theRearIsSmoothWhereItsReadingIsNot() {
		final HeadReading grainy = HEAD.surface();
		final Random random = new Random(1);
		for (int i = 0; i < grainy.backDepth().planeSize(); i++) grainy.backDepth().data()[i] += 0.4f * (random.nextFloat() - 0.5f);
		final Mesh mesh = PreparedHead.of(HEAD.picture((x, y, z, c) -> 1, 2), grainy, Progress.NONE).mesh();
		double bent = 0;
		int places = 0;
		for (int row = 1; row + 1 < mesh.rows(); row++) {
			final double above = rearmost(mesh, row - 1), here = rearmost(mesh, row), below = rearmost(mesh, row + 1);
			if (above > -0.3 || below > -0.3) continue;
			bent += Math.abs(above - 2 * here + below);
			places++;
		}
		assertTrue(places > 30 && bent / places < 0.01, bent / places + " dm over " + places + " rows");
	}

	private static double rearmost(final Mesh mesh, final int row) {
		double z = 0;
		for (int v = row * mesh.columns(); v < (row + 1) * mesh.columns(); v++) z = Math.min(z, mesh.points()[3 * (mesh.count() + v) + 2]);
		return z;
	}

	@Test
	void aFaceOutsideOfThePictureIsRefused() {
		final AnalyticHead far = new AnalyticHead(50, 50, HEAD.axes(), Pose.FRONTAL, new HeadCamera(5000, 25, 20, 0), HEAD.paint());
		final BadInput e = assertThrows(BadInput.class, () -> PreparedHead.of(new Picture(50, 50, 3), far.surface(), Progress.NONE));
		assertEquals("The face lies outside of the picture; choose one inside it.", e.getMessage());
	}
}
