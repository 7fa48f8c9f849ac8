package org.icportrait.raster;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;

/**
 * Places on the screen; live arrays.
 *
 * @param x picture pixels
 * @param y picture pixels
 * @param z depth, dm towards the viewer
 * @param u where in its source a place is seen, picture pixels
 * @param v where in its source a place is seen, picture pixels
 */
public record Vertices(float[] x, float[] y, float[] z, float[] u, float[] v) {

	/** @param count of places, all 0 at first */
	public Vertices(final int count) {
		this(new float[count], new float[count], new float[count], new float[count], new float[count]);
	}

	/** Where vertex {@code at} is seen that lies at (px, py, pz) before a rotation, camera axes, dm. */
	public void put(final int at, final Rotation r, final double px, final double py, final double pz, final HeadCamera camera) {
		final double depth = r.z(px, py, pz);
		x[at] = (float) camera.x(r.x(px, py, pz), depth);
		y[at] = (float) camera.y(r.y(px, py, pz), depth);
		z[at] = (float) depth;
	}
}
