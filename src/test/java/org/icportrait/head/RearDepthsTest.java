package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The back of a head is that of the fitted one under as much hair as its silhouette shows, and without one the network's guess. */
class RearDepthsTest {

	private static final int SIDE = 140;
	/** Vertices of the grid for one dm. */
	private static final double DM = 30;
	private static final HeadCamera CAMERA = new HeadCamera(SIDE / 2.0, SIDE / 2.0, DM, 0);
	private static final FittedHead FITTED = fitted(0);
	private static final float GUESS = -0.4f;

	/** The mean head. @param yaw degrees */
	private static FittedHead fitted(final double yaw) {
		final HeadModel model = HeadModel.standard();
		final double[] mean = new double[model.modes()];
		final Rotation turn = new Pose(yaw, 0, 0).toRotation();
		final float[] shape = model.shape(mean), points = new float[shape.length];
		for (int i = 0; i < points.length; i += 3) {
			points[i] = (float) turn.x(shape[i], shape[i + 1], shape[i + 2]);
			points[i + 1] = (float) turn.y(shape[i], shape[i + 1], shape[i + 2]);
			points[i + 2] = (float) turn.z(shape[i], shape[i + 1], shape[i + 2]);
		}
		return new FittedHead(model, mean, points, turn);
	}

	@Test
	void aBaldHeadEndsWhereTheFittedOneDoes() {
		final Grid bald = new Grid(0);
		final float[] depths = bald.depths(FITTED);
		assertEquals(bald.fittedRear(0, 0.3), bald.at(depths, 0, 0.3), 0.06);
		assertEquals(bald.fittedRear(0.3, 0.5), bald.at(depths, 0.3, 0.5), 0.06);
	}

	@Test
	void hairIsAsThickBehindAsBeside() {
		final Grid bald = new Grid(0), haired = new Grid(0.4);
		final float[] rear = bald.depths(FITTED), behind = haired.depths(FITTED);
		assertEquals(0.4, bald.at(rear, 0, 0.3) - haired.at(behind, 0, 0.3), 0.08);
	}

	@Test
	void theSideThatNobodySeesIsAsTheOneThatIsSeen() {
		final FittedHead profile = fitted(90);
		final Grid haired = new Grid(profile, 0.4);
		final float[] depths = haired.depths(profile);
		for (final double up : new double[] { 0, 0.3, 0.7 }) {
			assertEquals(haired.fittedRear(0, up), haired.at(depths, 0, up), 0.15, "hair that stands out behind a head is none beside it");
		}
	}

	@Test
	void aKnotOnTopIsAsThickAsItIsWideAndTheHeadBehindStaysAsItIs() {
		final Grid bare = new Grid(0.05), knotted = new Grid(0.05).with(0, 1.75, 0.35);
		final float[] rear = bare.depths(FITTED), behind = knotted.depths(FITTED);
		assertEquals(bare.at(rear, 0, 0.3), knotted.at(behind, 0, 0.3), 0.02);
		assertEquals(bare.at(rear, 0, 1.2), knotted.at(behind, 0, 1.2), 0.05);
		assertEquals(-0.7, knotted.at(behind, 0, 1.75), 0.1);
		assertEquals(-0.45, knotted.at(behind, 0.26, 1.85), 0.15, "it is round");
		assertTrue(knotted.at(behind, 0, 2.06) > -0.5, "its top is round");
	}

	@Test
	void hairEndsAtTheNapeWhereNoneHangsBesideTheNeck() {
		final Grid bald = new Grid(0), haired = new Grid(0).above(0.35, 0.25);
		final float[] rear = bald.depths(FITTED), behind = haired.depths(FITTED);
		assertEquals(0.25, bald.at(rear, 0, 0.6) - haired.at(behind, 0, 0.6), 0.08);
		assertEquals(0, bald.at(rear, 0, -0.45) - haired.at(behind, 0, -0.45), 0.06);
	}

	@Test
	void seenFromTheSideItIsRoundAndWithoutTeeth() {
		final Grid haired = new Grid(0.25);
		final float[] depths = haired.depths(FITTED);
		for (double up = -0.3; up < 1.0; up += 1 / DM) {
			final double bend = haired.at(depths, 0, up - 2 / DM) - 2 * haired.at(depths, 0, up) + haired.at(depths, 0, up + 2 / DM);
			assertTrue(bend > -0.02, "at " + up + " the back of the head has a dent of " + -bend + " dm");
		}
	}

	@Test
	void withoutAFittedHeadTheGuessCounts() {
		final Grid grid = new Grid(0.2);
		final float[] depths = grid.depths(null);
		assertEquals(GUESS, grid.at(depths, 0, 0.3), 0.02);
	}

	@Test
	void noPersonIsInsideOut() {
		for (final FittedHead fitted : new FittedHead[] { null, FITTED }) {
			final Grid grid = new Grid(0.3);
			final float[] depths = grid.depths(fitted);
			for (int v = 0; v < depths.length; v++) if (grid.solid[v]) assertTrue(depths[v] < grid.points[3 * v + 2], v + ": " + depths[v]);
		}
	}

	/** A grid over the fitted head, whose silhouette stands out by so many dm; its front is where the fitted head's is, and a plane beside it. */
	private static final class Grid {

		private final boolean[] solid = new boolean[SIDE * SIDE];
		private final float[] points = new float[3 * SIDE * SIDE];
		private final float[] canonical = new float[3 * SIDE * SIDE];
		private final DepthBuffer rear;

		Grid(final double hair) {
			this(FITTED, hair);
		}

		Grid(final FittedHead head, final double hair) {
			final Similarity same = new Similarity(1, 0, 0, 0);
			rear = head.occluder().farthest(CAMERA, same, SIDE, SIDE, Progress.NONE);
			final DepthBuffer front = head.occluder().nearest(CAMERA, same, SIDE, SIDE, Progress.NONE);
			final int out = (int) Math.ceil(hair * DM);
			for (int v = 0; v < solid.length; v++) {
				final int i = v % SIDE, j = v / SIDE;
				for (int y = -out; y <= out; y++) for (int x = -out; x <= out; x++) {
					if (Math.hypot(x, y) <= hair * DM) solid[v] |= rear.at(i + x, j + y) != DepthBuffer.EMPTY;
				}
				points[3 * v + 2] = front.at(i, j) == DepthBuffer.EMPTY ? 0 : front.at(i, j);
				canonical[3 * v + 1] = (float) ((SIDE / 2.0 - j - 0.5) / DM);
			}
		}

		/** Adds a rim so wide to what lies higher. @param up dm */
		Grid above(final double up, final double hair) {
			final Grid wide = new Grid(hair);
			for (int v = 0; v < solid.length; v++) solid[v] |= wide.solid[v] && (SIDE / 2.0 - v / SIDE - 0.5) / DM > up;
			return this;
		}

		/** Adds a disc. @param right and up of its middle, dm */
		Grid with(final double right, final double up, final double radius) {
			for (int v = 0; v < solid.length; v++) {
				solid[v] |= Math.hypot((v % SIDE + 0.5 - SIDE / 2.0) / DM - right, (SIDE / 2.0 - v / SIDE - 0.5) / DM - up) < radius;
			}
			return this;
		}

		float[] depths(final FittedHead fitted) {
			final MeshGrid grid = MeshGrid.of(new Area(0, 0, SIDE, SIDE));
			final float[] guessed = new float[SIDE * SIDE];
			Arrays.fill(guessed, GUESS);
			return new RearDepths(CAMERA, grid, points, canonical, solid, new Silhouette(solid, grid, CAMERA.s())).of(guessed, fitted, fitted == null ? null : FittedSight.of(fitted, CAMERA, Progress.NONE), Progress.NONE);
		}

		/** @param right and up of the head's origin, dm */
		double at(final float[] depths, final double right, final double up) {
			return depths[cell(up, -1) * SIDE + cell(right, 1)];
		}

		double fittedRear(final double right, final double up) {
			return -rear.at(cell(right, 1), cell(up, -1));
		}

		private static int cell(final double dm, final int sign) {
			return (int) (SIDE / 2.0 + sign * dm * DM);
		}
	}
}
