package org.icportrait.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

class RigidFitTest {

	private static double[] spread(final Rotation turn, final double... sizes) {
		final Random random = new Random(1);
		final double[] out = new double[9];
		for (int n = 0; n < 40; n++) {
			final double[] p = new double[3];
			for (int c = 0; c < 3; c++) p[c] = sizes[c] * random.nextGaussian();
			final double[] q = { turn.x(p[0], p[1], p[2]), turn.y(p[0], p[1], p[2]), turn.z(p[0], p[1], p[2]) };
			for (int k = 0; k < 9; k++) out[k] += q[k / 3] * p[k % 3];
		}
		return out;
	}

	@Test
	void findsTheRotation() {
		for (final Pose pose : new Pose[] { Pose.FRONTAL, new Pose(40, -20, 10), new Pose(-170, 5, 95) }) {
			assertEquals(0, RigidFit.of(spread(pose.toRotation(), 1, 0.7, 0.4)).difference(pose.toRotation()), 1e-9);
		}
	}

	/** Points of a plane may be laid over their images by a mirror too. */
	@Test
	void neverMirrors() {
		final Pose pose = new Pose(30, 15, -60);
		assertEquals(0, RigidFit.of(spread(pose.toRotation(), 1, 0.7, 0)).difference(pose.toRotation()), 1e-9);
		final double[] mirror = { -1, 0, 0, 0, 2, 0, 0, 0, 3 };
		assertEquals(0, RigidFit.of(mirror).difference(Rotation.IDENTITY), 1e-9);
	}

	@Test
	void theSpreadIsLeftAlone() {
		final double[] spread = spread(new Pose(10, 20, 30).toRotation(), 1, 1, 1), before = spread.clone();
		RigidFit.of(spread);
		assertArrayEquals(before, spread);
	}
}
