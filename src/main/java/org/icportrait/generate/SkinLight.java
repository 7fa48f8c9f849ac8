package org.icportrait.generate;

import java.nio.FloatBuffer;

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

	/** How surely the soft light is known, beside one pixel's brightness, as a share of their number. */
	private static final double SOFT = 0.01;
	/** Beside the cheeks' mean: between these it is kept. */
	private static final float LEAST = 0.4f, MOST = 1.15f;
	/** Canonical height (dm) below which skin lies in the chin's shade. */
	private static final float JAW = -0.7f;
	private static final int HEIGHT = 4, TERMS = 4;

	private SkinLight() {}

	/**
	 * How bright it makes skin at each pixel of a frame, beside the cheeks' mean.
	 *
	 * @param start the condition's picture, linear RGB
	 * @param form the surface's depths without detail, dm; one channel
	 */
	static float[] of(final Picture start, final Picture form, final Condition condition, final SeenSkin skin) {
		final double dm = condition.frame().dm();
		final double[] terms = terms(start, form, condition, skin, dm), normal = new double[3];
		final float[] out = new float[form.planeSize()];
		for (int i = 0; i < out.length; i++) {
			Relief.normal(form, i, dm, normal);
			out[i] = (float) Math.max(LEAST, Math.min(MOST, terms[0] + terms[1] * normal[0] + terms[2] * normal[1] + terms[3] * normal[2]));
		}
		return out;
	}

	/** Of the constant and the three axes; ridge regression about the soft light's. */
	private static double[] terms(final Picture start, final Picture form, final Condition condition, final SeenSkin skin, final double dm) {
		final double all = (1 - Relief.AROUND) / Relief.FACING;
		final double[] soft = { Relief.AROUND / Relief.FACING, 0, all * Relief.UP, all * Relief.TOWARDS };
		final DMatrixRMaj squares = new DMatrixRMaj(TERMS, TERMS), right = new DMatrixRMaj(TERMS, 1), change = new DMatrixRMaj(TERMS, 1);
		final int count = sums(start.data(), form, condition, skin, dm, soft, squares, right);
		for (int k = 0; k < TERMS; k++) squares.add(k, k, 1 + SOFT * count);
		final LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(TERMS);
		if (!solver.setA(squares)) return soft;
		solver.solve(right, change);
		for (int k = 0; k < TERMS; k++) soft[k] += change.data[k];
		return soft;
	}

	private static int sums(final float[] start, final Picture form, final Condition condition, final SeenSkin skin, final double dm, final double[] soft,
		final DMatrixRMaj squares, final DMatrixRMaj right)
	{
		final int n = form.planeSize();
		final float[] cheek = skin.cheek();
		final FloatBuffer maps = condition.maps().buffer();
		final double mean = Colour.luminance(cheek[0], cheek[1], cheek[2]);
		final double[] normal = new double[3], row = { 1, 0, 0, 0 };
		int count = 0;
		for (int i = 0; i < n; i++) {
			if (!skin.where()[i] || maps.get(HEIGHT * n + i) < JAW) continue;
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
