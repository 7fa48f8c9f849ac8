package org.icportrait.view;

import java.util.Arrays;

/**
 * The nearest surface that one sight shows at each pixel of an area: place in its source, depth, confidence. Solid surfaces come before
 * soft edges of the matte, which show only where nothing solid stands.
 */
final class Fragments {

	/** Soft edges lie so much deeper (dm) than anything solid. */
	static final float FRINGE = 1000;
	/** Confidences of what closes the body, dressed and bare, which tell it from what closes the head. */
	static final float CLOTH = 1e-4f, BARE = 2e-4f;
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

	/** Whether it is what closes the body. */
	boolean isBody(final int i) {
		return isCloth(i) || is(BARE, i);
	}

	/** Whether it is that, under cloth. */
	boolean isCloth(final int i) {
		return is(CLOTH, i);
	}

	private boolean is(final float kind, final int i) {
		return Math.abs(confidence[i] + kind) < kind / 10;
	}

	void take(final Fragments other, final int from, final int to) {
		x[to] = other.x[from];
		y[to] = other.y[from];
		depth[to] = other.depth[from];
		confidence[to] = other.confidence[from];
	}
}
