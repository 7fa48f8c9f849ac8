package org.icportrait.turn;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.hair.BareEars;
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
 * For one thread, once.
 */
final class EarDepths {

	/** Shares of hair beside an ear between which it is not bare; {@code skin.Ears}, which draws ears anew, lets more pass: here that hair would be moved with the ear, and its outline dented. */
	private static final float LITTLE = 0.3f, MUCH = 0.6f;
	/** How far around the fitted ear that of the photograph may reach, on the head and beside it, and radius of its border, dm. */
	private static final double AROUND = 0.02, BESIDE = 0.08, BORDER = 0.02;
	/** From how far within the outline of an ear (dm) on a vertex of the fitted head is of it; how far behind the nearest surface what is seen may lie. */
	private static final float WITHIN = -0.02f, BEHIND = 0.01f;

	private final Mesh mesh;
	/** Of the ears alone, and of the whole fitted head, on the mesh's grid. */
	private final DepthBuffer ears;
	private final DepthBuffer whole;
	/** Cells of the grid in a dm. */
	private final double dm;

	private EarDepths(final PreparedHead head, final Mesh mesh, final Progress progress) {
		this.mesh = mesh;
		final FittedHead fitted = head.fitted();
		final HeadCamera camera = head.camera();
		final Occluder all = EarStance.of(head).of(fitted.occluder(), head.rotation()), part = all.part(v -> Auricle.within(fitted.model(), v) > WITHIN);
		ears = part.nearest(camera, mesh.toGrid(1), mesh.columns(), mesh.rows(), progress);
		whole = all.nearest(camera, mesh.toGrid(1), mesh.columns(), mesh.rows(), progress);
		dm = camera.s() / mesh.step();
	}

	/**
	 * @param mesh of the head
	 * @return on its grid: depth, dm, and how much of an ear is there, 0..1; null where none is known
	 */
	static Picture of(final PreparedHead head, final Mesh mesh, final Progress progress) {
		final float negative = bare(head, false), positive = bare(head, true);
		if (head.fitted() == null || positive <= 0 && negative <= 0) return null;
		return new EarDepths(head, mesh, progress).depths(negative, positive, progress);
	}

	/** How surely the photograph shows an ear bare and nothing hanging beside it, 0..1. @param right whether the one towards positive x of the head's axes */
	private static float bare(final PreparedHead head, final boolean right) {
		return BareEars.sureness(head.hair().bareEars()) * (1 - Smooth.step(LITTLE, MUCH, head.hair().besideEar(right)));
	}

	/** @param negative how surely the ear towards negative x of the head's axes is bare @param positive the other one */
	private Picture depths(final float negative, final float positive, final Progress progress) {
		final int n = mesh.count();
		final Picture depths = new Picture(mesh.columns(), mesh.rows(), 1), shares = new Picture(mesh.columns(), mesh.rows(), 1), out = new Picture(mesh.columns(), mesh.rows(), 2);
		final float[] weight = new float[n];
		final boolean[] seen = new boolean[n];
		for (int v = 0; v < n; v++) {
			seen[v] = isSeen(v);
			weight[v] = seen[v] ? 1 : 0;
			depths.data()[v] = seen[v] ? at(ears, v) : 0;
		}
		final boolean[] near = Dilation.grow(seen, mesh.columns(), cells(AROUND), progress), beside = Dilation.grow(seen, mesh.columns(), cells(BESIDE), progress);
		for (int v = 0; v < n; v++) {
			if (near[v] || beside[v] && at(whole, v) == DepthBuffer.EMPTY) shares.data()[v] = mesh.canonical()[3 * v] > 0 ? positive : negative;
		}
		System.arraycopy(PushPull.fill(depths, weight, progress).data(), 0, out.data(), 0, n);
		System.arraycopy(BoxBlur.twice(shares, cells(BORDER), progress).data(), 0, out.data(), n, n);
		return out;
	}

	/** Whether a vertex shows an ear of the fitted head that nothing of that hides. */
	private boolean isSeen(final int vertex) {
		final float depth = at(ears, vertex);
		return depth != DepthBuffer.EMPTY && depth > at(whole, vertex) - BEHIND;
	}

	private float at(final DepthBuffer depths, final int vertex) {
		return depths.at(vertex % mesh.columns(), vertex / mesh.columns());
	}

	private int cells(final double far) {
		return Math.max(1, (int) Math.round(far * dm));
	}
}
