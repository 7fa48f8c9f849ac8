package org.icportrait.turn;

import java.util.Arrays;

import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * What bends of a photograph begin from, whatever the turn is: made once, for it takes as long as a bend. Of each vertex of the head's mesh; some 30 bytes each.
 * Immutable; arrays are live, treat them as read-only.
 *
 * @param solid whether the person is there
 * @param far whether it is far from the person, where nothing moves
 * @param others whether other people are there
 * @param ears {@link EarDepths}; null for none
 * @param rims how much of a person's rim it is, 0..1, of no person 1
 * @param face how much of a face, 0..1
 * @param free {@link FaceFold#free}
 * @param outline of the fitted head; null where none was fitted
 */
record BendStart(boolean[] solid, boolean[] far, boolean[] others, Picture ears, float[] rims, float[] face, boolean[] free, HeadOutline outline) {

	/** From so far off the person (dm) on the background stays. */
	private static final double REACH = 0.3;
	/** Width of the rim that moves as the outline does, dm, and the share of the person around a place from which on that ends. */
	private static final double RIM = 0.08;
	private static final float OUTMOST = 0.65f;

	static BendStart of(final PreparedHead head, final Progress progress) {
		final Mesh mesh = head.mesh();
		final Picture ears = EarDepths.of(head, mesh, progress);
		final boolean[] solid = above(head.matte(), head, Mesh.SOLID);
		final float[] rims = rims(solid, ears, mesh.columns(), cells(RIM, head), progress);
		return new BendStart(solid, Dilation.complement(Dilation.grow(above(head.matte(), head, Mesh.TOUCHED), mesh.columns(), cells(REACH, head), progress)),
			head.others() == null ? new boolean[mesh.count()] : above(head.others(), head, Mesh.SOLID), ears, rims,
			FaceFold.faces(mesh, rims, head.camera().s() / mesh.step(), progress), FaceFold.free(mesh), HeadOutline.of(head, mesh, progress));
	}

	private static float[] rims(final boolean[] solid, final Picture ears, final int columns, final int width, final Progress progress) {
		final float[] inside = BoxBlur.blur(Picture.ofMask(solid, columns), width, progress).data(), out = new float[solid.length];
		Arrays.fill(out, 1);
		for (int v = 0; v < out.length; v++) {
			if (solid[v]) out[v] = (1 - Smooth.step(OUTMOST, 1, inside[v])) * (1 - (ears == null ? 0 : ears.data()[out.length + v]));
		}
		return out;
	}

	/** At which vertices a picture over the head's area is above a threshold. */
	private static boolean[] above(final Picture picture, final PreparedHead head, final float threshold) {
		final Mesh mesh = head.mesh();
		final boolean[] out = new boolean[mesh.count()];
		for (int v = 0; v < out.length; v++) {
			out[v] = picture.get((int) (mesh.textureX()[v] - head.area().x()), (int) (mesh.textureY()[v] - head.area().y()), 0) > threshold;
		}
		return out;
	}

	private static int cells(final double dm, final PreparedHead head) {
		return Math.max(1, (int) Math.round(dm * head.camera().s() / head.mesh().step()));
	}
}
