package org.icportrait.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who a face is, as directions that the embedding reads from it cut out a little otherwise each time. Says nothing by itself: only
 * {@link #likenessTo} does. Immutable.
 */
public final class Identity {

	/** Of unit length, one for each cut. */
	private final List<float[]> directions;

	private Identity(final List<float[]> directions) {
		this.directions = directions;
	}

	/** @param directions at least one; copied, and brought to unit length */
	static Identity of(final List<float[]> directions) {
		if (directions.isEmpty()) throw new IllegalArgumentException("An identity needs at least one direction.");
		return new Identity(directions.stream().map(Identity::unit).toList());
	}

	/** The mean of several faces; at least one. */
	public static Identity mean(final List<Identity> faces) {
		final List<float[]> means = new ArrayList<>();
		for (final Identity face : faces) means.add(face.centre());
		return of(List.of(sum(means)));
	}

	/** How alike two faces look to the network that read both; both must be of one pack. */
	public Likeness likenessTo(final Identity other) {
		final double[] cosines = new double[directions.size() * other.directions.size()];
		int i = 0;
		for (final float[] one : directions) for (final float[] two : other.directions) cosines[i++] = dot(one, two);
		return Likeness.of(dot(centre(), other.centre()), cosines);
	}

	private float[] centre() {
		return unit(sum(directions));
	}

	private static float[] sum(final List<float[]> vectors) {
		final float[] sum = new float[vectors.get(0).length];
		for (final float[] vector : vectors) for (int i = 0; i < sum.length; i++) sum[i] += vector[i];
		return sum;
	}

	private static float[] unit(final float[] vector) {
		final double length = Math.sqrt(dot(vector, vector));
		final float[] out = Arrays.copyOf(vector, vector.length);
		if (length > 0) for (int i = 0; i < out.length; i++) out[i] /= (float) length;
		return out;
	}

	private static double dot(final float[] one, final float[] two) {
		if (one.length != two.length) throw new IllegalArgumentException("Identities of different packs cannot be compared.");
		double sum = 0;
		for (int i = 0; i < one.length; i++) sum += (double) one[i] * two[i];
		return sum;
	}
}
