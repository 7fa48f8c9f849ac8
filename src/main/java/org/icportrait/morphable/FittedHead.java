package org.icportrait.morphable;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Rotation;
import org.icportrait.work.Progress;

/**
 * The statistical head as one reading shows it: a closed surface, where the photograph shows its skin and where it does not. Immutable;
 * arrays are live, treat them as read-only.
 *
 * @param model whose vertices and triangles these are
 * @param coefficients of identity and expression, one for each mode
 * @param points its vertices in the camera axes of the photograph, dm from the head origin, [3 v]
 * @param rotation head axes to camera axes as the fit finds it
 * @param error median distance (dm) of what was read to the surface
 */
public record FittedHead(HeadModel model, double[] coefficients, float[] points, Rotation rotation, double error) {

	/**
	 * Fits the head that travels in the jar.
	 *
	 * @param reading not changed
	 * @return null where it shows too little of a head's skin to say anything
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static FittedHead of(final HeadReading reading, final Progress progress) {
		return HeadFit.of(reading, HeadModel.standard(), progress);
	}

	/** The whole of it, in the way of light. */
	public Occluder occluder() {
		return new Occluder(points, model.triangles());
	}

	/** Unit normals of the vertices, outward, camera axes, [3 v]; made anew at each call. */
	public float[] normals() {
		final float[] out = new float[points.length];
		final int[] t = model.triangles();
		for (int i = 0; i < t.length; i += 3) addNormal(t[i], t[i + 1], t[i + 2], out);
		for (int v = 0; v < out.length; v += 3) {
			final float length = (float) Math.sqrt(out[v] * out[v] + out[v + 1] * out[v + 1] + out[v + 2] * out[v + 2]) + 1e-12f;
			for (int c = 0; c < 3; c++) out[v + c] /= length;
		}
		return out;
	}

	/** A triangle's normal, as long as twice its area. */
	private void addNormal(final int a, final int b, final int c, final float[] out) {
		final float[] p = points;
		final float ux = p[3 * b] - p[3 * a], uy = p[3 * b + 1] - p[3 * a + 1], uz = p[3 * b + 2] - p[3 * a + 2];
		final float wx = p[3 * c] - p[3 * a], wy = p[3 * c + 1] - p[3 * a + 1], wz = p[3 * c + 2] - p[3 * a + 2];
		final float nx = uy * wz - uz * wy, ny = uz * wx - ux * wz, nz = ux * wy - uy * wx;
		for (final int v : new int[] { a, b, c }) {
			out[3 * v] += nx;
			out[3 * v + 1] += ny;
			out[3 * v + 2] += nz;
		}
	}
}
