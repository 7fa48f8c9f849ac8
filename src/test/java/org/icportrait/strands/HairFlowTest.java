package org.icportrait.strands;

import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.geometry.Rotation;
import org.icportrait.morphable.HeadModel;
import org.icportrait.skin.InFrame;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Hair of unseen places goes on over the skull; nowhere that is to be seen does it meet in a point, which looks like a star. */
class HairFlowTest {

	/** A round head, dm: its middle is the head's origin, raised. */
	private static final double RADIUS = 0.95, RAISED = 0.35, SCALE = 2.2 / SIDE;
	private static final double STRAIGHT = 0.8, CURLED = 0.3;
	private static final int RING = 3;

	private static Condition round(final Rotation rotation) {
		final Condition condition = InFrame.condition(InFrame.flat(0));
		final Rotation toHead = rotation.inverse();
		for (int i = 0; i < N; i++) {
			final double x = (i % SIDE + 0.5 - SIDE / 2) * SCALE, y = (SIDE / 2 - i / SIDE - 0.5) * SCALE, square = RADIUS * RADIUS - x * x - y * y;
			if (square <= 0) continue;
			final double z = Math.sqrt(square);
			final double[] place = { toHead.x(x, y, z), toHead.y(x, y, z) + RAISED, toHead.z(x, y, z) };
			for (int c = 0; c < 3; c++) condition.maps().buffer().put((Condition.X + c) * N + i, (float) place[c]);
			condition.maps().buffer().put(Condition.DEPTH * N + i, 1);
		}
		return condition;
	}

	private static Rotation yaw(final double degrees) {
		return Rotation.about(0, 1, 0, Math.toRadians(degrees));
	}

	private static double[] angles(final Rotation rotation, final double straight, final long seed) {
		final HairFlow flow = new HairFlow(rotation, round(rotation), straight, seed, Progress.NONE);
		final double[] angles = new double[N];
		final float[] lies = new float[3];
		for (int i = 0; i < N; i++) {
			flow.at(i, lies);
			angles[i] = Math.atan2(lies[1], lies[0]);
		}
		return angles;
	}

	/** How often (twice the) direction turns round on the way about a pixel: 2 in the middle of a star. */
	private static int turns(final double[] angles, final int centre) {
		double sum = 0;
		double before = angles[centre + RING * SIDE + RING];
		final int[][] ways = { { -1, 0 }, { 0, -1 }, { 1, 0 }, { 0, 1 } };
		int at = centre + RING * SIDE + RING;
		for (final int[] way : ways) for (int step = 0; step < 2 * RING; step++) {
			at += way[0] + way[1] * SIDE;
			sum += Math.IEEEremainder(angles[at] - before, 2 * Math.PI);
			before = angles[at];
		}
		return (int) Math.round(sum / (2 * Math.PI));
	}

	@Test
	void hairMeetsNowhereOnTheScalpThatIsSeen() {
		for (final double degrees : new double[] { -75, -40, 0, 40, 60, 75 }) {
			final Condition head = round(yaw(degrees));
			final double[] angles = angles(yaw(degrees), STRAIGHT, 1);
			int looked = 0;
			for (int i = 0; i < N; i++) {
				// Beside the outline the ring would leave the head.
				if (Math.hypot(i % SIDE - SIDE / 2, i / SIDE - SIDE / 2) * SCALE > RADIUS - 2 * RING * SCALE || !HeadModel.isScalp(head.y(i), head.z(i))) continue;
				assertEquals(0, turns(angles, i), "yaw " + degrees + ", column " + i % SIDE + ", row " + i / SIDE);
				looked++;
			}
			assertTrue(looked > 100, looked + " places at yaw " + degrees);
		}
	}

	/** Above the ear hair lies backward and down, whichever side is seen. */
	@Test
	void besideTheEarItLiesBackAndDown() {
		final int ear = SIDE / 2 * SIDE + SIDE / 2;
		for (final int side : new int[] { -1, 1 }) {
			final double half = angles(yaw(90 * side), STRAIGHT, 1)[ear] / 2;
			// Down while it goes back: the tangent's sign is the side's.
			assertTrue(-side * Math.tan(half) > 0.2 && Math.abs(Math.tan(half)) < 3, "slope " + Math.tan(half) + " on side " + side);
		}
	}

	/** A tail beside the neck lies below where combed hair meets. */
	@Test
	void belowTheEarsItHangs() {
		final Condition condition = InFrame.condition(InFrame.flat(0));
		for (int i = 0; i < N; i++) {
			condition.maps().buffer().put(Condition.X * N + i, (float) (i % SIDE * SCALE - 1));
			condition.maps().buffer().put(Condition.Y * N + i, -0.6f);
			condition.maps().buffer().put(Condition.Z * N + i, -0.5f);
			condition.maps().buffer().put(Condition.DEPTH * N + i, 1);
		}
		final HairFlow flow = new HairFlow(Rotation.IDENTITY, condition, STRAIGHT, 1, Progress.NONE);
		final float[] lies = new float[3];
		for (int i = 0; i < SIDE; i++) {
			flow.at(i, lies);
			// Twice a right angle, give or take the waves and the neck's roundness.
			assertTrue(lies[0] < -0.2, "column " + i + ": " + lies[0] + ", " + lies[1]);
		}
	}

	/** Strands as strong everywhere are ribs. */
	@Test
	void strandsAreStrongerHereThanThereAndAsStrongOnTheWhole() {
		final HairFlow flow = new HairFlow(yaw(60), round(yaw(60)), STRAIGHT, 1, Progress.NONE);
		final float[] lies = new float[3];
		double squares = 0;
		float most = 0, least = 1;
		for (int i = 0; i < N; i++) {
			flow.at(i, lies);
			final float one = lies[2];
			squares += one * one / N;
			most = Math.max(most, one);
			least = Math.min(least, one);
			assertTrue(one >= 0);
		}
		assertEquals(1, Math.sqrt(squares), 0.15);
		assertTrue(least < 0.6 && most > 1.4, least + " to " + most);
	}

	@Test
	void curledHairWavesMore() {
		assertTrue(bending(angles(yaw(60), CURLED, 1)) > 1.5 * bending(angles(yaw(60), STRAIGHT, 1)));
	}

	private static double bending(final double[] angles) {
		double sum = 0;
		for (int y = SIDE / 3; y < 2 * SIDE / 3; y++) for (int x = SIDE / 3; x < 2 * SIDE / 3; x++) {
			sum += Math.abs(Math.IEEEremainder(angles[y * SIDE + x + 2] - angles[y * SIDE + x], 2 * Math.PI));
		}
		return sum;
	}

	@Test
	void theSeedAloneDecides() {
		assertArrayEquals(angles(yaw(60), CURLED, 1), angles(yaw(60), CURLED, 1));
		assertFalse(Arrays.equals(angles(yaw(60), CURLED, 1), angles(yaw(60), CURLED, 2)));
	}

	@Test
	void noiseIsSmoothAndOfDeviationOne() {
		final SkullNoise noise = new SkullNoise(1);
		double squares = 0, most = 0;
		final int count = 20000;
		for (int i = 0; i < count; i++) {
			final double x = 0.37 * i, y = 0.23 * i, z = 0.11 * i;
			final float here = noise.at(x, y, z, 0.5);
			squares += here * here;
			most = Math.max(most, Math.abs(noise.at(x + 0.001, y, z, 0.5) - here));
		}
		assertEquals(1, Math.sqrt(squares / count), 0.1);
		assertTrue(most < 0.05, "steps by " + most);
	}
}
