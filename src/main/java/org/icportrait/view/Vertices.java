package org.icportrait.view;

/**
 * Places on the screen; live arrays.
 *
 * @param x picture pixels
 * @param y picture pixels
 * @param z depth, dm towards the viewer
 * @param u where in its source a place is seen, picture pixels
 * @param v where in its source a place is seen, picture pixels
 */
record Vertices(float[] x, float[] y, float[] z, float[] u, float[] v) {

	Vertices(final int count) {
		this(new float[count], new float[count], new float[count], new float[count], new float[count]);
	}
}
