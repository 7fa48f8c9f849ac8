package org.icportrait.raster;

import java.util.Arrays;

/**
 * The nearest surface that one sight shows at each pixel of an area: place in its source, depth, confidence. Solid surfaces come before
 * soft edges of the matte, which show only where nothing solid stands.
 */
public final class Fragments {

	/** Soft edges lie so much deeper (dm) than anything solid. */
	public static final float FRINGE = 1000;
	/** What a pixel shows: a photograph's surface or what closes the head; what closes the body, dressed or bare; the body where cloth ends. */
	public static final byte HEAD = 0, CLOTH = 1, BARE = 2, HEM = 3;
	private static final float NOTHING = Float.NEGATIVE_INFINITY;

	/** Source pixels. */
	public final float[] x;
	/** Source pixels too. */
	public final float[] y;
	/** dm towards the viewer; less {@link #FRINGE} for soft edges. */
	public final float[] depth;
	/** 0..1; below 0, and to be negated, where the rear of the head is seen, of which only a guess is possible. */
	public final float[] confidence;
	/** Which of {@link #HEAD}, {@link #CLOTH}, {@link #BARE} and {@link #HEM}. */
	public final byte[] kind;

	/** @param size of the area, pixels */
	public Fragments(final int size) {
		x = new float[size];
		y = new float[size];
		depth = new float[size];
		confidence = new float[size];
		kind = new byte[size];
	}

	/** Makes pixels empty; at first they hold nothing that may be read. */
	public void clear(final int from, final int to) {
		Arrays.fill(depth, from, to, NOTHING);
		Arrays.fill(kind, from, to, HEAD);
	}

	/** Whether a pixel shows nothing. */
	public boolean isEmpty(final int i) {
		return depth[i] == NOTHING;
	}

	/** Whether it shows a surface, and no soft edge. */
	public boolean isSolid(final int i) {
		return depth[i] > -FRINGE / 2;
	}

	/** Whether it shows the rear of the head. */
	public boolean isRear(final int i) {
		return confidence[i] < 0;
	}

	/** Whether it is what closes the body, but for where its cloth ends. */
	public boolean isBody(final int i) {
		return kind[i] == CLOTH || kind[i] == BARE;
	}

	/** Whether it is that, under cloth. */
	public boolean isCloth(final int i) {
		return kind[i] == CLOTH;
	}

	/** Copies one pixel of others into one of these. */
	public void take(final Fragments other, final int from, final int to) {
		x[to] = other.x[from];
		y[to] = other.y[from];
		depth[to] = other.depth[from];
		confidence[to] = other.confidence[from];
		kind[to] = other.kind[from];
	}
}
