package org.icportrait.skin;

import java.util.Arrays;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.icportrait.generate.Condition;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;

/**
 * The light that seen skin stands in, taken from it alone: of evenly lit skin brightness is nearly linear in the normal (the first-order harmonics of Ramamoorthi
 * and Hanrahan 2001), so that a regression over what is seen tells how dark the side of a face becomes, which was photographed askance at most. What the head
 * itself shades is first brought to what it would be without that. Where normals tell little, it is that of a soft light from above the viewer, and of the neck that of
 * the face. Immutable.
 *
 * @param bright how bright it makes skin at each pixel of a frame, beside the mean of the cheeks, and of the neck where that is: a neck that stays while the head
 *          turns stands in another light, and white clothes brighten its lower end
 * @param face its brightness on the face: constant, and by the normal along each of the camera's axes
 */
public record SkinLight(float[] bright, double[] face) {

	/** How surely the soft light is known, and of the neck the face's, beside one pixel's brightness, as a share of their number: less of the face, of which more is seen. */
	private static final double OF_FACE = 0.01, OF_NECK = 0.02;
	/** Beside the mean: light comes down to the first one ever more slowly, over about the second, for some comes from all around; and it is no more than the last. */
	private static final double LEAST = 0.55, KNEE = 0.12, MOST = 1.15;
	/** So much less is the least of what faces down beneath a jaw: chest and shoulders stand in the way of what comes from all around. */
	private static final double DOWN = 0.2;
	private static final float HALF = 0.5f;
	private static final int TERMS = 4;

	/** Constant and first-order radiance for the same of irradiance: a cosine lobe makes the first order two thirds as strong beside the constant one. */
	private static final double LOBE = 1.5;

	/**
	 * @param start the condition's picture, linear RGB
	 * @param form the surface's depths without detail, dm; one channel
	 * @param jaw where the neck begins, and its shade, in which this lies too
	 */
	static SkinLight of(final Picture start, final Picture form, final Jaw jaw, final Condition condition, final SeenSkin skin) {
		final double dm = condition.frame().dm();
		final double[] soft = soft(), normal = new double[3];
		final double[] onFace = terms(bright(start, skin.cheek(), jaw), form, of(jaw.face(), true, condition, skin), soft, OF_FACE, dm);
		final double[] onNeck = terms(bright(start, skin.mean(), jaw), form, of(jaw.face(), false, condition, skin), onFace, OF_NECK, dm);
		final float[] out = new float[form.planeSize()];
		for (int i = 0; i < out.length; i++) {
			Relief.normal(form, i, dm, normal);
			final double least = LEAST - DOWN * jaw.below()[i] * Math.max(0, -normal[1]), neck = lit(onNeck, normal, least);
			out[i] = (float) (jaw.shade()[i] * (neck + jaw.light()[i] * (lit(onFace, normal, least) - neck)));
		}
		return new SkinLight(out, onFace);
	}

	/** A soft one from above the viewer, of which nothing was seen. @param count pixels of the frame */
	static SkinLight soft(final int count) {
		final float[] bright = new float[count];
		Arrays.fill(bright, 1);
		return new SkinLight(bright, soft());
	}

	private static double[] soft() {
		final double all = (1 - Relief.AROUND) / Relief.FACING;
		return new double[] { Relief.AROUND / Relief.FACING, 0, all * Relief.UP, all * Relief.TOWARDS };
	}

	/** How bright it makes skin of the face, beside the mean of the cheeks. @param normal unit, camera axes */
	double on(final double[] normal) {
		return lit(face, normal, LEAST);
	}

	/** How bright it is along a direction, 0 and more. @param x unit vector to where it comes from, as the next two */
	double along(final double x, final double y, final double z) {
		return Math.max(0, face[0] + LOBE * (face[1] * x + face[2] * y + face[3] * z));
	}

	/** The unit normal of skin that mirrors most of it to the viewer. */
	double[] halfway() {
		final double length = 1e-9 + Math.sqrt(face[1] * face[1] + face[2] * face[2] + face[3] * face[3]);
		final double x = face[1] / length, y = face[2] / length, z = face[3] / length + 1, whole = 1e-9 + Math.sqrt(x * x + y * y + z * z);
		return new double[] { x / whole, y / whole, z / whole };
	}

	/** Pixels of the frame's side. */
	int side() {
		return (int) Math.round(Math.sqrt(bright.length));
	}

	private static double lit(final double[] terms, final double[] normal, final double least) {
		final double light = terms[0] + terms[1] * normal[0] + terms[2] * normal[1] + terms[3] * normal[2];
		return Math.min(MOST, least + KNEE * Math.log1p(Math.exp((light - least) / KNEE)));
	}

	/** Where skin of the face, or else of the neck, is seen. */
	private static boolean[] of(final float[] face, final boolean ofFace, final Condition condition, final SeenSkin skin) {
		final boolean[] where = skin.where().clone();
		for (int i = 0; i < where.length; i++) where[i] &= ofFace ? face[i] > HALF : face[i] <= HALF && condition.y(i) > skin.collar();
		return where;
	}

	/** Beside a colour's brightness, without the shade. */
	private static double[] bright(final Picture start, final float[] colour, final Jaw jaw) {
		final int n = start.planeSize();
		final double mean = Colour.luminance(colour);
		final double[] out = new double[n];
		for (int i = 0; i < n; i++) out[i] = Colour.luminance(start, i) / mean / jaw.shade()[i];
		return out;
	}

	/** Of the constant and the three axes; ridge regression about another light's. @param sure how surely that is known, beside one pixel's brightness, as a share of their number */
	private static double[] terms(final double[] bright, final Picture form, final boolean[] where, final double[] about, final double sure, final double dm) {
		final DMatrixRMaj squares = new DMatrixRMaj(TERMS, TERMS), right = new DMatrixRMaj(TERMS, 1), change = new DMatrixRMaj(TERMS, 1);
		final int count = sums(bright, form, where, dm, about, squares, right);
		final double[] out = about.clone();
		for (int k = 0; k < TERMS; k++) squares.add(k, k, 1 + sure * count);
		final LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(TERMS);
		if (!solver.setA(squares)) return out;
		solver.solve(right, change);
		for (int k = 0; k < TERMS; k++) out[k] += change.data[k];
		return out;
	}

	private static int sums(final double[] bright, final Picture form, final boolean[] where, final double dm, final double[] about, final DMatrixRMaj squares, final DMatrixRMaj right) {
		final double[] normal = new double[3], row = { 1, 0, 0, 0 };
		int count = 0;
		for (int i = 0; i < bright.length; i++) {
			if (!where[i]) continue;
			Relief.normal(form, i, dm, normal);
			System.arraycopy(normal, 0, row, 1, 3);
			double apart = bright[i];
			for (int k = 0; k < TERMS; k++) apart -= about[k] * row[k];
			for (int k = 0; k < TERMS; k++) {
				for (int j = 0; j < TERMS; j++) squares.add(k, j, row[k] * row[j]);
				right.add(k, 0, row[k] * apart);
			}
			count++;
		}
		return count;
	}
}
