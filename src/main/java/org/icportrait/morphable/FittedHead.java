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
 */
public record FittedHead(HeadModel model, double[] coefficients, float[] points, Rotation rotation) {

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
		return occluder().normals();
	}
}
