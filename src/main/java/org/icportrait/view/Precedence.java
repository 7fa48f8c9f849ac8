package org.icportrait.view;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.head.SameExpression;
import org.icportrait.image.Smooth;

/**
 * What the first of several photographs has before the others: its expression, and the creases of what it shows. Where lips and nostrils fold, a mesh
 * is seen askance for some millimetres, where another photograph would put its own teeth. Immutable.
 */
final class Precedence {

	/** Half the width (dm) of a crease. */
	private static final double CREASE = 0.04;
	/** Canonical places (dm) between which nose and mouth begin: from the sides, chin, lids and cheeks. */
	private static final float ASIDE = 0.6f, INNER = 0.5f, CHIN = -0.68f, LIP = -0.55f, LIDS = 0.2f, NOSE = 0.05f, CHEEK = 0.7f, FRONT = 0.8f;

	private final int radius;
	/** Of the first photograph how far it is nose and mouth, of each other what counts; null where all of it does. */
	private final List<float[]> shares = new ArrayList<>();

	Precedence(final List<PreparedHead> heads) {
		final PreparedHead first = heads.get(0);
		final float[] x = first.mesh().textureX();
		radius = (int) Math.max(1, Math.round(CREASE * first.camera().s() / (x[1] - x[0])));
		shares.add(features(first.mesh()));
		for (final PreparedHead other : heads.subList(1, heads.size())) shares.add(worn(first, other));
	}

	/** @param meshes one for each photograph, as a view takes it; not changed */
	List<Mesh> of(final List<Mesh> meshes) {
		final List<Mesh> out = new ArrayList<>();
		for (int s = 0; s < meshes.size(); s++) out.add(s == 0 ? smoothed(meshes.get(0), shares.get(0)) : shown(meshes.get(s), shares.get(s)));
		return out;
	}

	private static Mesh shown(final Mesh mesh, final float[] share) {
		return share == null ? mesh : mesh.withConfidences(product(mesh.confidence(), share), product(mesh.mirrorConfidence(), share));
	}

	private static float[] product(final float[] confidence, final float[] share) {
		final float[] out = share.clone();
		for (int v = 0; v < out.length; v++) out[v] *= confidence[v];
		return out;
	}

	/** What of another photograph's nose and mouth wears the first one's expression; null where all does. */
	private static float[] worn(final PreparedHead first, final PreparedHead other) {
		final float[] same = SameExpression.shares(first, other);
		if (same == null) return null;
		final float[] out = features(other.mesh());
		for (int v = 0; v < out.length; v++) out[v] = 1 - out[v] * (1 - same[v]);
		return out;
	}

	/** Whether a vertex lies where nose and mouth are: 0 to 1. */
	private static float[] features(final Mesh mesh) {
		final float[] out = new float[mesh.count()], c = mesh.canonical();
		for (int v = 0; v < out.length; v++) out[v] = Smooth.step(ASIDE, INNER, Math.abs(c[3 * v])) * Smooth.step(CHIN, LIP, c[3 * v + 1]) * Smooth.step(LIDS, NOSE, c[3 * v + 1]) *
				Smooth.step(CHEEK, FRONT, c[3 * v + 2]);
		return out;
	}

	/** As well as on both sides of a crease it is shown in it. */
	private Mesh smoothed(final Mesh mesh, final float[] features) {
		final float[] high = most(mesh.confidence(), mesh.columns(), mesh.rows(), 1), closed = most(high, mesh.columns(), mesh.rows(), -1);
		for (int v = 0; v < closed.length; v++) closed[v] = mesh.confidence()[v] + features[v] * (closed[v] - mesh.confidence()[v]);
		return mesh.withConfidences(closed, mesh.mirrorConfidence());
	}

	/** The most, or for sign -1 the least, of each square. */
	private float[] most(final float[] in, final int columns, final int rows, final int sign) {
		return line(line(in, columns, rows, 1, columns, sign), rows, columns, columns, 1, sign);
	}

	/** The same of each line. @param length of a line @param lines how many @param along from one of its places to the next @param next from a line to the next */
	private float[] line(final float[] in, final int length, final int lines, final int along, final int next, final int sign) {
		final float[] out = new float[length * lines];
		for (int line = 0; line < lines; line++) for (int i = 0; i < length; i++) {
			float most = sign * in[line * next + i * along];
			for (int k = Math.max(0, i - radius); k <= Math.min(length - 1, i + radius); k++) most = Math.max(most, sign * in[line * next + k * along]);
			out[line * next + i * along] = sign * most;
		}
		return out;
	}
}
