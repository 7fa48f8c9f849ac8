package org.icportrait.geometry;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** The rotation that lays points best over others, by least squares (Kabsch 1976). Stateless. */
public final class RigidFit {

	private RigidFit() {}

	/**
	 * @param spread nine numbers, row-major: the sum over all points of (to - middle)(from - middle)^T
	 * @return what takes {@code from} to {@code to}: never a mirror image, whichever the points are
	 */
	public static Rotation of(final double... spread) {
		final SingularValueDecomposition_F64<DMatrixRMaj> parts = DecompositionFactory_DDRM.svd(3, 3, true, true, false);
		parts.decompose(new DMatrixRMaj(3, 3, true, spread));
		final DMatrixRMaj u = parts.getU(null, false), v = parts.getV(null, false), out = new DMatrixRMaj(3, 3);
		CommonOps_DDRM.multTransB(u, v, out);
		if (CommonOps_DDRM.det(out) < 0) {
			// The least spread direction is turned over.
			int least = 0;
			for (int k = 1; k < 3; k++) if (parts.getSingularValues()[k] < parts.getSingularValues()[least]) least = k;
			for (int i = 0; i < 3; i++) u.set(i, least, -u.get(i, least));
			CommonOps_DDRM.multTransB(u, v, out);
		}
		return Rotation.of(out.getData());
	}
}
