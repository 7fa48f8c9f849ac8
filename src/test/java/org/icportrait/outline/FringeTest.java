package org.icportrait.outline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** An upright outline, the head on its left, as soft and as uneven as the seen hair's. */
class FringeTest {

	private static final int SIDE = 128, MIDDLE = SIDE / 2;
	private static final HeadCamera CAMERA = new HeadCamera(60, 50, 40, 0);
	private static final Frame FRAME = Frame.of(CAMERA, SIDE);
	private static final SeenOutline SHARP = new SeenOutline(0, 0), SOFT = new SeenOutline(0.08, 0.08), STRANDS = new SeenOutline(0, 0.15);
	/** Pixels from the middle to either end of a sharp outline. */
	private static final float HALF = (float) (0.2 * Outline.EDGE * SIDE);

	/** How much of each pixel of the frame is the person's. @param scalp share of hair; negative for a head without */
	private static float[] edge(final SeenOutline seen, final float scalp, final long seed) {
		final Picture inward = new Picture(SIDE, SIDE, 1), hair = scalp < 0 ? null : new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < inward.data().length; i++) inward.data()[i] = MIDDLE - i % SIDE;
		if (hair != null) Arrays.fill(hair.data(), scalp);
		final Fringe.Edge edge = new Fringe(seen, hair, Rotation.IDENTITY, CAMERA, FRAME, seed).of(inward, Progress.NONE);
		final float[] out = new float[SIDE * SIDE];
		for (int i = 0; i < out.length; i++) out[i] = edge.at(i % SIDE + 0.5, i / SIDE + 0.5);
		return out;
	}

	/** Mean of a column of the head's height, and how far its pixels are from it. */
	private static double[] column(final float[] edge, final int x) {
		double sum = 0, squares = 0;
		final int from = SIDE / 4, to = 3 * SIDE / 4;
		for (int y = from; y < to; y++) {
			sum += edge[y * SIDE + x] / (to - from);
			squares += edge[y * SIDE + x] * edge[y * SIDE + x] / (to - from);
		}
		return new double[] { sum, Math.sqrt(Math.max(0, squares - sum * sum)) };
	}

	private static void assertSharp(final float[] edge) {
		for (int i = 0; i < edge.length; i++) assertEquals(Smooth.step(-HALF, HALF, MIDDLE - i % SIDE), edge[i], 1e-5f, "pixel " + i);
	}

	@Test
	void skinAndBaldHeadsStaySharp() {
		assertSharp(edge(new SeenOutline(0.1, 0.2), 0, 1));
		assertSharp(edge(new SeenOutline(0.1, 0.2), -1, 1));
	}

	@Test
	void hairIsAsSoftAsWhatIsSeen() {
		final float[] edge = edge(SOFT, 1, 1), sharp = edge(SHARP, 1, 1);
		final int out = (int) Math.round(0.08 * FRAME.dm());
		assertTrue(out > 2 * HALF, out + " pixels");
		assertEquals(0.15, column(edge, MIDDLE + out)[0], 0.08, "a tenth, and what is uneven");
		assertEquals(0.9, column(edge, MIDDLE - out)[0], 0.08);
		assertTrue(column(sharp, MIDDLE + out)[0] < 0.01, "sharp " + column(sharp, MIDDLE + out)[0]);
	}

	@Test
	void strandsStandOutAsFarAsWhatIsSeenAndNoFarther() {
		final int far = (int) Math.ceil(0.15 * FRAME.dm());
		final double[] within = column(edge(STRANDS, 1, 1), MIDDLE + far / 2), beyond = column(edge(STRANDS, 1, 1), MIDDLE + far + 1);
		assertTrue(within[1] > 0.05 && within[0] < 0.2, "some strands, mean " + within[0] + ", deviation " + within[1]);
		assertEquals(0, beyond[0], 1e-6, "beyond");
		assertEquals(0, column(edge(SHARP, 1, 1), MIDDLE + far / 2)[0], 1e-6, "hair without any");
	}

	@Test
	void strandsDependOnTheSeedAlone() {
		assertArrayEquals(edge(STRANDS, 1, 5), edge(STRANDS, 1, 5));
		assertFalse(Arrays.equals(edge(STRANDS, 1, 5), edge(STRANDS, 1, 6)));
	}
}
