package org.icportrait.turn;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.EarStance;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.Auricle;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;

/**
 * How deep ears lie that a photograph shows bare: the network reads them too near, as if cheeks went on over them, and turned they would grow as broad as those.
 * Stateless.
 */
final class EarDepths {

	/** Shares of skin, and of hair beside them, between which ears are bare. */
	private static final float COVERED = 0.3f, BARE = 0.5f, LITTLE = 0.3f, MUCH = 0.6f;
	/** How far around the fitted ear that of the photograph may reach, on the head and beside it, and radius of its border, dm. */
	private static final double AROUND = 0.02, BESIDE = 0.08, BORDER = 0.02;
	private static final float WITHIN = -0.02f;

	private EarDepths() {}

	/**
	 * @param mesh of the head @param step of its grid, picture pixels
	 * @return on that grid: depth, dm, and how much of an ear is there, 0..1; null where none is known
	 */
	static Picture of(final PreparedHead head, final Mesh mesh, final double step, final Progress progress) {
		final FittedHead fitted = head.fitted();
		if (fitted == null) return null;
		final float positive = bare(head, true), negative = bare(head, false);
		if (positive <= 0 && negative <= 0) return null;
		final HeadCamera camera = head.camera();
		final Similarity toGrid = new Similarity(1 / step, 0, 0.5 - mesh.textureX()[0] / step, 0.5 - mesh.textureY()[0] / step);
		final Occluder all = EarStance.of(head).of(fitted.occluder(), head.rotation()), ears = all.part(v -> Auricle.within(fitted.model(), v) > WITHIN);
		final DepthBuffer depths = ears.nearest(camera, toGrid, mesh.columns(), mesh.rows(), progress), whole = all.nearest(camera, toGrid, mesh.columns(), mesh.rows(), progress);
		final int n = mesh.count();
		final Picture known = new Picture(mesh.columns(), mesh.rows(), 1), share = new Picture(mesh.columns(), mesh.rows(), 1);
		final float[] weight = new float[n];
		final boolean[] there = new boolean[n];
		for (int v = 0; v < n; v++) {
			final float z = depths.at(v % mesh.columns(), v / mesh.columns());
			there[v] = z != DepthBuffer.EMPTY && z > whole.at(v % mesh.columns(), v / mesh.columns()) - 0.01f;
			weight[v] = there[v] ? 1 : 0;
			known.data()[v] = there[v] ? z : 0;
		}
		final double dm = camera.s() / step;
		final boolean[] near = Dilation.grow(there, mesh.columns(), Math.max(1, (int) Math.round(AROUND * dm)), progress);
		final boolean[] beside = Dilation.grow(there, mesh.columns(), Math.max(1, (int) Math.round(BESIDE * dm)), progress);
		for (int v = 0; v < n; v++) share.data()[v] = near[v] || beside[v] && whole.at(v % mesh.columns(), v / mesh.columns()) == DepthBuffer.EMPTY ? mesh.canonical()[3 * v] > 0 ? positive : negative : 0;
		final Picture soft = BoxBlur.twice(share, Math.max(1, (int) Math.round(BORDER * dm)), progress), out = new Picture(mesh.columns(), mesh.rows(), 2);
		System.arraycopy(PushPull.fill(known, weight, progress).data(), 0, out.data(), 0, n);
		System.arraycopy(soft.data(), 0, out.data(), n, n);
		return out;
	}

	private static float bare(final PreparedHead head, final boolean positive) {
		return Smooth.step(COVERED, BARE, head.hair().bareEars()) * (1 - Smooth.step(LITTLE, MUCH, head.hair().besideEar(positive)));
	}
}
