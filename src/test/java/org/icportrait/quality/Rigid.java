package org.icportrait.quality;

import java.util.function.IntPredicate;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** The rigid motion that lays points over others (Kabsch 1976). */
final class Rigid {

	private Rigid() {}

	/** A moved copy of {@code from}, [3 v]; only vertices that count are fitted. */
	static float[] align(final float[] from, final float[] to, final IntPredicate counts) {
		final double[] a = centre(from, counts), b = centre(to, counts);
		final DMatrixRMaj h = new DMatrixRMaj(3, 3);
		for (int v = 0; v < from.length / 3; v++) {
			if (!counts.test(v)) continue;
			for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) h.add(i, j, (to[3 * v + i] - b[i]) * (from[3 * v + j] - a[j]));
		}
		final SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(3, 3, true, true, false);
		svd.decompose(h);
		final DMatrixRMaj u = svd.getU(null, false), vt = svd.getV(null, true), r = new DMatrixRMaj(3, 3);
		CommonOps_DDRM.mult(u, vt, r);
		if (CommonOps_DDRM.det(r) < 0) {
			final DMatrixRMaj w = svd.getW(null);
			int least = 0;
			for (int i = 1; i < 3; i++) if (w.get(i, i) < w.get(least, least)) least = i;
			for (int i = 0; i < 3; i++) u.set(i, least, -u.get(i, least));
			CommonOps_DDRM.mult(u, vt, r);
		}
		final float[] out = new float[from.length];
		for (int v = 0; v < from.length / 3; v++) {
			for (int i = 0; i < 3; i++) {
				double x = b[i];
				for (int j = 0; j < 3; j++) x += r.get(i, j) * (from[3 * v + j] - a[j]);
				out[3 * v + i] = (float) x;
			}
		}
		return out;
	}

	private static double[] centre(final float[] points, final IntPredicate counts) {
		final double[] sum = new double[3];
		int n = 0;
		for (int v = 0; v < points.length / 3; v++) {
			if (!counts.test(v)) continue;
			n++;
			for (int i = 0; i < 3; i++) sum[i] += points[3 * v + i];
		}
		for (int i = 0; i < 3; i++) sum[i] /= n;
		return sum;
	}
}
