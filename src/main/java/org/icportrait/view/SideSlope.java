package org.icportrait.view;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.icportrait.geometry.CanonicalGrid;

/**
 * How the logarithm of the ratio of a head's two sides grows with the distance from the middle, as it does under light from one side:
 * a x + b x y + c x z in each channel, by least squares, held near 0. Stateless.
 */
final class SideSlope {

	private static final int TERMS = 3, WEIGHT = LightRatio.WEIGHT;
	/** How strongly the slopes are held to 0, share of what is known; and what ratio is one of materials, not of light. */
	private static final double HOLD = 0.01;
	private static final float OTHER = 1.2f;
	/** Further aside (dm) the light does not change much more. */
	private static final float WIDTH = 0.7f;

	private SideSlope() {}

	/** Fits the weighted ratios of a grid (three channels, then weight) and takes the fit out of them. */
	static LightRatio.Trend take(final CanonicalGrid ratios) {
		final float[] slope = new float[3 * TERMS];
		for (int channel = 0; channel < 3; channel++) fit(ratios, channel, slope);
		final LightRatio.Trend out = (channel, x, y, z) -> at(slope, channel, x, y, z);
		out.takeFrom(ratios);
		return out;
	}

	private static void fit(final CanonicalGrid ratios, final int channel, final float[] out) {
		final DMatrixRMaj normal = new DMatrixRMaj(TERMS, TERMS), right = new DMatrixRMaj(TERMS, 1), solution = new DMatrixRMaj(TERMS, 1);
		double all = 1e-6;
		for (int at = 0; at < ratios.cells(); at++) {
			final float weight = ratios.get(at, WEIGHT), value = weight > 0 ? ratios.get(at, channel) / weight : 0;
			if (weight <= 0 || Math.abs(value) > OTHER) continue;
			all += weight;
			for (int i = 0; i < TERMS; i++) {
				final float term = term(i, ratios.x(at), ratios.y(at), ratios.z(at));
				right.add(i, 0, weight * term * value);
				for (int j = 0; j < TERMS; j++) normal.add(i, j, weight * term * term(j, ratios.x(at), ratios.y(at), ratios.z(at)));
			}
		}
		for (int i = 0; i < TERMS; i++) normal.add(i, i, HOLD * all);
		final LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(TERMS);
		if (!solver.setA(normal)) return;
		solver.solve(right, solution);
		for (int i = 0; i < TERMS; i++) out[TERMS * channel + i] = (float) solution.data[i];
	}

	private static float at(final float[] slope, final int channel, final float x, final float y, final float z) {
		float sum = 0;
		for (int i = 0; i < TERMS; i++) sum += slope[TERMS * channel + i] * term(i, x, y, z);
		return sum;
	}

	private static float term(final int i, final float x, final float y, final float z) {
		final float aside = Math.max(-WIDTH, Math.min(WIDTH, x));
		return i == 0 ? aside : aside * (i == 1 ? y : z);
	}
}
