package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** In a narrow crease of the first photograph's nose and mouth no other photograph counts; in one of its cheek, and where it is wide, one does. */
class PrecedenceTest {

	private static final PreparedHead HEAD = PreparedHead.of(ViewTest.photograph(ViewTest.FRONTAL), ViewTest.FRONTAL.surface(), Progress.NONE);

	private static int nearest(final float x, final float y) {
		final float[] c = HEAD.mesh().canonical();
		int best = -1;
		double least = Double.MAX_VALUE;
		for (int v = 0; v < HEAD.mesh().count(); v++) {
			final double far = Math.hypot(c[3 * v] - x, c[3 * v + 1] - y);
			if (c[3 * v + 2] > 0.3 && far < least) {
				least = far;
				best = v;
			}
		}
		return best;
	}

	/** Shown nowhere in so many rows about a vertex, everywhere else wholly. */
	private static Mesh creased(final int vertex, final int rows) {
		final Mesh mesh = HEAD.mesh();
		final float[] confidence = new float[mesh.count()];
		for (int v = 0; v < confidence.length; v++) confidence[v] = Math.abs(v / mesh.columns() - vertex / mesh.columns()) <= rows / 2 ? 0 : 1;
		return mesh.withConfidences(confidence, mesh.mirrorConfidence());
	}

	private static float shown(final int vertex, final int rows) {
		final Mesh creased = creased(vertex, rows);
		final List<Mesh> out = new Precedence(List.of(HEAD, HEAD)).of(List.of(creased, creased));
		assertArrayEquals(creased.confidence(), out.get(1).confidence(), "another photograph of the same expression counts as it is");
		return out.get(0).confidence()[vertex];
	}

	@Test
	void creasesOfNoseAndMouthAreTheFirstOnes() {
		final int nose = nearest(0, 0);
		assertTrue(HEAD.mesh().canonical()[3 * nose + 2] > 0.79f, "z of the nose " + HEAD.mesh().canonical()[3 * nose + 2]);
		assertEquals(1, shown(nose, 1), 1e-3f);
		assertEquals(0, shown(nose, HEAD.mesh().rows()), "shown nowhere");
		assertEquals(0, shown(nearest(0, 0.5f), 1), "a brow");
		assertEquals(0, shown(nearest(0.68f, 0), 1), "a cheek");
	}
}
