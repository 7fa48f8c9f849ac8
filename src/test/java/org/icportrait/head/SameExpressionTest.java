package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.icportrait.geometry.Rotation;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;
import org.junit.jupiter.api.Test;

/** A smile counts where it has moved the skin, and between the lips; another face with the same expression does not. */
class SameExpressionTest {

	private static final HeadModel MODEL = HeadModel.standard();
	private static final int CORNER = MODEL.landmarks()[48], LIPS = MODEL.landmarks()[62], BROW = MODEL.landmarks()[19];

	private static FittedHead head(final double identity, final int mode, final double much) {
		final double[] coefficients = new double[MODEL.modes()];
		coefficients[0] = identity;
		coefficients[mode] = much;
		return new FittedHead(MODEL, coefficients, MODEL.shape(coefficients), Rotation.IDENTITY);
	}

	private static double moves(final int mode, final int vertex) {
		return Math.sqrt(Math.pow(MODEL.offset(mode, vertex, 0), 2) + Math.pow(MODEL.offset(mode, vertex, 1), 2) + Math.pow(MODEL.offset(mode, vertex, 2), 2));
	}

	/** The mode of expression that moves a corner of the mouth most for what it moves a brow. */
	private static int smile() {
		int best = MODEL.identityModes();
		for (int k = best; k < MODEL.modes(); k++) if (moves(k, CORNER) - 3 * moves(k, BROW) > moves(best, CORNER) - 3 * moves(best, BROW)) best = k;
		return best;
	}

	@Test
	void aSmileCountsWhereItIs() {
		final int smile = smile();
		final float[] shares = SameExpression.ofSkin(head(0, smile, 0), head(1, smile, 0.08 / moves(smile, CORNER)));
		assertEquals(0, shares[CORNER], 1e-6f, "8 mm off");
		assertEquals(1, shares[BROW], 0.05f);
		for (int v = 0; v < shares.length; v++) if (MODEL.neutral()[3 * v + 2] < -0.6f) assertEquals(1, shares[v], "the rear");
	}

	@Test
	void whatLiesBesideItCountsWithIt() {
		final int smile = smile();
		final float[] shares = SameExpression.ofSkin(head(0, smile, 0), head(0, smile, 0.1 / moves(smile, CORNER)));
		assertEquals(0, shares[LIPS], 0.2f, "teeth between lips that hardly move");
	}

	@Test
	void anotherFaceIsNoExpression() {
		final int smile = smile();
		assertNull(SameExpression.ofSkin(head(0, smile, 0.3), head(2, smile, 0.3)));
		assertNull(SameExpression.ofSkin(head(0, smile, 0), head(0, smile, 0.01 / moves(smile, CORNER))), "1 mm");
	}
}
