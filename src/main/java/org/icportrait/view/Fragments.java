package org.icportrait.view;

import java.util.Arrays;

/**
 * The nearest surface that one sight shows at each pixel of an area: place in its source, depth, confidence. Solid surfaces come before
 * soft edges of the matte, which show only where nothing solid stands.
 */
final class Fragments {

	/** Soft edges lie so much deeper (dm) than anything solid. */
	static final float FRINGE = 1000;
	private static final float NOTHING = Float.NEGATIVE_INFINITY;

	/** Source pixels. */
	final float[] x;
	final float[] y;
	/** dm towards the viewer; less {@link #FRINGE} for soft edges. */
	final float[] depth;
	/** 0..1; below 0, and to be negated, where the rear of the head is seen, of which only a guess is possible. */
	final float[] confidence;

	Fragments(final int size) {
		x = new float[size];
		y = new float[size];
		depth = new float[size];
		confidence = new float[size];
	}

	/** Makes pixels empty; at first they hold nothing that may be read. */
	void clear(final int from, final int to) {
		Arrays.fill(depth, from, to, NOTHING);
	}

	boolean isEmpty(final int i) {
		return depth[i] == NOTHING;
	}

	boolean isSolid(final int i) {
		return depth[i] > -FRINGE / 2;
	}

	boolean isFringe(final int i) {
		return depth[i] < -FRINGE / 2 && depth[i] > NOTHING;
	}

	boolean isRear(final int i) {
		return confidence[i] < 0;
	}

	void take(final Fragments other, final int from, final int to) {
		x[to] = other.x[from];
		y[to] = other.y[from];
		depth[to] = other.depth[from];
		confidence[to] = other.confidence[from];
	}
}
