package org.icportrait.head;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.image.Smooth;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;

/**
 * Which places of another photograph of a person wear the expression of the first: where expression has moved the fitted head's skin, or skin near
 * there, the other photograph shows a smile that the first one has not. Stateless.
 */
public final class SameExpression {

	/** Distances (dm) between two places of the same skin between which they come to be of two expressions. */
	private static final float SAME = 0.02f, OTHER = 0.05f;
	/** Around a place (dm) that expression has moved nothing is taken, and less and less up to there: teeth stand between lips that hardly move. */
	private static final float WHOLLY = 0.1f, NOT = 0.3f;
	/** From the mean skin (dm) to what is worn on it, hair above all. */
	private static final float REACH = 0.25f;

	private SameExpression() {}

	/**
	 * @return of each front vertex of the other's mesh 0 (another expression) to 1 (the same, or nothing is known of it); null where all are 1
	 */
	public static float[] shares(final PreparedHead first, final PreparedHead other) {
		if (first.fitted() == null || other.fitted() == null) return null;
		final float[] ofSkin = ofSkin(first.fitted(), other.fitted());
		if (ofSkin == null) return null;
		final Mesh mesh = other.mesh();
		final float[] c = mesh.canonical(), out = new float[mesh.count()];
		for (int v = 0; v < out.length; v++) {
			final int near = first.fitted().model().nearest(c[3 * v], c[3 * v + 1], c[3 * v + 2], REACH);
			out[v] = near < 0 ? 1 : ofSkin[near];
		}
		return out;
	}

	/** Of each vertex of the model; null where all are 1. */
	static float[] ofSkin(final FittedHead first, final FittedHead other) {
		final HeadModel model = first.model();
		final float[] moved = moved(first, other), n = model.neutral(), out = new float[moved.length];
		final List<Integer> differ = new ArrayList<>();
		for (int v = 0; v < moved.length; v++) if (moved[v] > SAME) differ.add(v);
		if (differ.isEmpty()) return null;
		for (int v = 0; v < out.length; v++) {
			float most = 0;
			for (final int d : differ) {
				final float dx = n[3 * v] - n[3 * d], dy = n[3 * v + 1] - n[3 * d + 1], dz = n[3 * v + 2] - n[3 * d + 2], far = dx * dx + dy * dy + dz * dz;
				if (far < NOT * NOT) most = Math.max(most, Smooth.step(SAME, OTHER, moved[d]) * (1 - Smooth.step(WHOLLY, NOT, (float) Math.sqrt(far))));
			}
			out[v] = 1 - most;
		}
		return out;
	}

	/** How far (dm) from the first one's the other's expression moves each vertex. */
	private static float[] moved(final FittedHead first, final FittedHead other) {
		final HeadModel model = first.model();
		final float[] out = new float[model.size()];
		final double[] change = new double[model.modes()];
		for (int k = model.identityModes(); k < change.length; k++) change[k] = other.coefficients()[k] - first.coefficients()[k];
		final float[] shape = model.shape(change), n = model.neutral();
		for (int v = 0; v < out.length; v++) {
			final float dx = shape[3 * v] - n[3 * v], dy = shape[3 * v + 1] - n[3 * v + 1], dz = shape[3 * v + 2] - n[3 * v + 2];
			out[v] = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
		}
		return out;
	}
}
