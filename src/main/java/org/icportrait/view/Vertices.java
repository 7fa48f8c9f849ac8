package org.icportrait.view;

/**
 * Places on the screen; live arrays.
 *
 * @param x picture pixels
 * @param y picture pixels
 * @param z depth, dm towards the viewer
 */
record Vertices(float[] x, float[] y, float[] z) {

	Vertices(final int count) {
		this(new float[count], new float[count], new float[count]);
	}
}
