package org.icportrait.view;

import java.util.Arrays;

/** The nearest surface seen at each pixel of a rectangle: depth, texture place, confidence, and whether it belongs to the rear. */
final class WarpFragments {

	final float[] depth;
	final float[] textureX;
	final float[] textureY;
	final float[] confidence;
	final boolean[] rear;

	WarpFragments(final int size) {
		depth = new float[size];
		textureX = new float[size];
		textureY = new float[size];
		confidence = new float[size];
		rear = new boolean[size];
		Arrays.fill(depth, Float.NEGATIVE_INFINITY);
	}

	boolean isEmpty(final int i) {
		return depth[i] == Float.NEGATIVE_INFINITY;
	}
}
