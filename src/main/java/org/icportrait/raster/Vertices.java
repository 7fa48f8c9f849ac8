package org.icportrait.raster;

import java.util.function.IntFunction;

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

	/**
	 * A surface that closes what is seen, and so stands behind it.
	 *
	 * @param points camera axes before the rotation, dm, [3 v]
	 * @param u where the photograph shows what lends each vertex its colour, picture pixels; copied
	 * @param v likewise
	 * @param turned the rotation that a vertex takes part in
	 * @param setBack how far (dm) it stands behind where it is
	 */
	public static Vertices behind(final float[] points, final float[] u, final float[] v, final IntFunction<Rotation> turned, final float setBack, final HeadCamera camera) {
		final Vertices out = new Vertices(new float[u.length], new float[u.length], new float[u.length], u.clone(), v.clone());
		for (int i = 0; i < u.length; i++) {
			out.put(i, turned.apply(i), points[3 * i], points[3 * i + 1], points[3 * i + 2], camera);
			out.z[i] -= setBack;
		}
		return out;
	}

	/** Where vertex {@code at} is seen that lies at (px, py, pz) before a rotation, camera axes, dm. */
	public void put(final int at, final Rotation r, final double px, final double py, final double pz, final HeadCamera camera) {
		final double depth = r.z(px, py, pz);
		x[at] = (float) camera.x(r.x(px, py, pz), depth);
		y[at] = (float) camera.y(r.y(px, py, pz), depth);
		z[at] = (float) depth;
	}
}
