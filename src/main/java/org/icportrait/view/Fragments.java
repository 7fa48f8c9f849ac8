package org.icportrait.view;

import java.util.Arrays;

/**
 * The nearest surface that one sight shows at each pixel of an area: place in its source, depth, confidence. Solid surfaces come before
 * soft edges of the matte, which show only where nothing solid stands.
 */
final class Fragments {

	/** Soft edges lie so much deeper (dm) than anything solid. */
	static final float FRINGE = 1000;
	/** What a pixel shows: a photograph's surface or what closes the head; what closes the body, dressed or bare; the body where cloth ends. */
	static final byte HEAD = 0, CLOTH = 1, BARE = 2, HEM = 3;
	private static final float NOTHING = Float.NEGATIVE_INFINITY;

	/** Source pixels. */
	final float[] x;
	final float[] y;
	/** dm towards the viewer; less {@link #FRINGE} for soft edges. */
	final float[] depth;
	/** 0..1; below 0, and to be negated, where the rear of the head is seen, of which only a guess is possible. */
	final float[] confidence;
	/** Which of {@link #HEAD}, {@link #CLOTH}, {@link #BARE} and {@link #HEM}. */
	final byte[] kind;

	Fragments(final int size) {
		x = new float[size];
		y = new float[size];
		depth = new float[size];
		confidence = new float[size];
		kind = new byte[size];
	}

	/** Makes pixels empty; at first they hold nothing that may be read. */
	void clear(final int from, final int to) {
		Arrays.fill(depth, from, to, NOTHING);
		Arrays.fill(kind, from, to, HEAD);
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

	/** Whether it is what closes the body, but for where its cloth ends. */
	boolean isBody(final int i) {
		return kind[i] == CLOTH || kind[i] == BARE;
	}

	/** Whether it is that, under cloth. */
	boolean isCloth(final int i) {
		return kind[i] == CLOTH;
	}

	void take(final Fragments other, final int from, final int to) {
		x[to] = other.x[from];
		y[to] = other.y[from];
		depth[to] = other.depth[from];
		confidence[to] = other.confidence[from];
		kind[to] = other.kind[from];
	}
}
