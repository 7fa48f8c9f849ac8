package org.icportrait.generate;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;

/**
 * The light that seen skin stands in, taken from it alone: of evenly lit skin brightness is nearly linear in the normal (the first-order harmonics of Ramamoorthi
 * and Hanrahan 2001), so that a regression over what is seen tells how dark the side of a face becomes, which was photographed askance at most. Where normals
 * tell little, it is that of a soft light from above the viewer. Stateless.
 */
final class SkinLight {

	/** How surely the soft light is known, beside one pixel's brightness, as a share of their number: less of the face, of which more is seen. */
	private static final double SOFT = 0.01, SOFT_NECK = 0.05;
	/** Beside the mean: light comes down to the first one ever more slowly, over about the second, for some comes from all around; and it is no more than the last. */
	private static final double LEAST = 0.55, KNEE = 0.12, MOST = 1.15;
	private static final float HALF = 0.5f;
	private static final int TERMS = 4;

	private SkinLight() {}

	/**
	 * How bright it makes skin at each pixel of a frame, beside the mean of the cheeks, and of the neck where that is: a neck that stays while the head turns
	 * stands in another light, and in the chin's shade.
	 *
	 * @param start the condition's picture, linear RGB
	 * @param form the surface's depths without detail, dm; one channel
	 * @param face how far each pixel is the face's and not the neck's, 0..1
	 */
	static float[] of(final Picture start, final Picture form, final float[] face, final Condition condition, final SeenSkin skin) {
		final double dm = condition.frame().dm();
		final double[] onFace = terms(start, form, face, true, condition, skin), onNeck = terms(start, form, face, false, condition, skin), normal = new double[3];
		final float[] out = new float[form.planeSize()];
		for (int i = 0; i < out.length; i++) {
			Relief.normal(form, i, dm, normal);
			final double neck = lit(onNeck, normal);
			out[i] = (float) (neck + face[i] * (lit(onFace, normal) - neck));
		}
		return out;
	}

	private static double lit(final double[] terms, final double[] normal) {
		final double light = terms[0] + terms[1] * normal[0] + terms[2] * normal[1] + terms[3] * normal[2];
		return Math.min(MOST, LEAST + KNEE * Math.log1p(Math.exp((light - LEAST) / KNEE)));
	}

	/** Of the constant and the three axes, of the face or else of the neck; ridge regression about the soft light's. */
	private static double[] terms(final Picture start, final Picture form, final float[] face, final boolean ofFace, final Condition condition, final SeenSkin skin) {
		final double all = (1 - Relief.AROUND) / Relief.FACING;
		final double[] soft = { Relief.AROUND / Relief.FACING, 0, all * Relief.UP, all * Relief.TOWARDS };
		final DMatrixRMaj squares = new DMatrixRMaj(TERMS, TERMS), right = new DMatrixRMaj(TERMS, 1), change = new DMatrixRMaj(TERMS, 1);
		final boolean[] where = skin.where().clone();
		for (int i = 0; i < where.length; i++) where[i] &= ofFace ? face[i] > HALF : face[i] <= HALF && condition.maps().buffer().get(Condition.Y * where.length + i) > skin.collar();
		final int count = sums(start.data(), form, where, ofFace ? skin.cheek() : skin.mean(), condition.frame().dm(), soft, squares, right);
		for (int k = 0; k < TERMS; k++) squares.add(k, k, 1 + (ofFace ? SOFT : SOFT_NECK) * count);
		final LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(TERMS);
		if (!solver.setA(squares)) return soft;
		solver.solve(right, change);
		for (int k = 0; k < TERMS; k++) soft[k] += change.data[k];
		return soft;
	}

	private static int sums(final float[] start, final Picture form, final boolean[] where, final float[] colour, final double dm, final double[] soft, final DMatrixRMaj squares,
		final DMatrixRMaj right)
	{
		final int n = form.planeSize();
		final double mean = Colour.luminance(colour[0], colour[1], colour[2]);
		final double[] normal = new double[3], row = { 1, 0, 0, 0 };
		int count = 0;
		for (int i = 0; i < n; i++) {
			if (!where[i]) continue;
			Relief.normal(form, i, dm, normal);
			System.arraycopy(normal, 0, row, 1, 3);
			double apart = Colour.luminance(start[i], start[n + i], start[2 * n + i]) / mean;
			for (int k = 0; k < TERMS; k++) apart -= soft[k] * row[k];
			for (int k = 0; k < TERMS; k++) {
				for (int j = 0; j < TERMS; j++) squares.add(k, j, row[k] * row[j]);
				right.add(k, 0, row[k] * apart);
			}
			count++;
		}
		return count;
	}
}
