package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Where beards grow, by canonical places: below a line from the mouth's corner over the cheek to the tragus, on the jaw and on the upper neck. Arrays are live, one
 * number for each pixel of the frame.
 *
 * @param aside how far from the middle a place is, dm
 * @param up its canonical height, dm
 * @param front its canonical depth, dm
 * @param height how far above the cheek line it lies, dm; negative below
 * @param share how far a beard may grow there, 0..1
 */
record BeardRegion(float[] aside, float[] up, float[] front, float[] height, float[] share) {

	/** Radius of places, share of the frame's side. */
	private static final double PLACES = 0.015;
	/** The cheek line (dm): its depth and height below the eye, and before the ear, from where it rises more steeply to the tragus. */
	private static final float EYE_Z = 0.75f, EYE_Y = -0.38f, EAR_Z = 0.36f, EAR_Y = -0.15f, TRAGUS_Z = 0.12f, TRAGUS_Y = 0.05f;
	/** Heights above that line, depths behind the jaw, and heights below the jaw (which falls to the front by {@link Jaw#RISE}) between which beards end, dm. */
	private static final float BARE = 0.3f, BEARDED = 0.1f, BEHIND = 0, BEFORE = 0.2f, LARYNX = -0.85f, CHIN = -0.5f;
	/** Where jaws, their sides, and cheeks are seen (dm): parts that most photographs show. */
	private static final float JAW_TOP = -0.6f, JAW_BOTTOM = -1.1f, JAW_IN = 0.15f, JAW_OUT = 0.6f, JAW_Z = 0.45f, SIDE = 0.3f;
	private static final float CHEEK_TOP = -0.05f, CHEEK_BOTTOM = -0.38f, CHEEK_IN = 0.38f, CHEEK_Z = 0.4f;

	static BeardRegion of(final Condition condition, final Progress progress) {
		final Picture x = condition.continued(Condition.X, PLACES, progress), y = condition.continued(Condition.Y, PLACES, progress), z = condition.continued(Condition.Z, PLACES, progress);
		final BeardRegion out = new BeardRegion(x.data(), y.data(), z.data(), new float[x.planeSize()], new float[x.planeSize()]);
		for (int i = 0; i < x.planeSize(); i++) {
			out.aside[i] = Math.abs(x.data()[i]);
			out.height[i] = out.up[i] - cheekLine(out.front[i]);
			final float below = Smooth.step(LARYNX, CHIN, out.up[i] + Jaw.RISE * Math.max(0, out.front[i]));
			out.share[i] = below * Smooth.step(BARE, BEARDED, out.height[i]) * Smooth.step(BEHIND, BEFORE, out.front[i]);
		}
		return out;
	}

	private static float cheekLine(final float z) {
		return z > EAR_Z ? EYE_Y + (EAR_Y - EYE_Y) * (z - EYE_Z) / (EAR_Z - EYE_Z) : Math.min(TRAGUS_Y, EAR_Y + (TRAGUS_Y - EAR_Y) * (z - EAR_Z) / (TRAGUS_Z - EAR_Z));
	}

	/** Of pixels those of the jaw beside the chin. */
	boolean[] jaw(final boolean[] of) {
		final boolean[] out = of.clone();
		for (int i = 0; i < out.length; i++) out[i] &= up[i] < JAW_TOP && up[i] > JAW_BOTTOM && aside[i] > JAW_IN && aside[i] < JAW_OUT && front[i] > JAW_Z;
		return out;
	}

	/** Of pixels those of the cheek above beards. */
	boolean[] cheek(final boolean[] of) {
		final boolean[] out = of.clone();
		for (int i = 0; i < out.length; i++) out[i] &= up[i] < CHEEK_TOP && up[i] > CHEEK_BOTTOM && aside[i] > CHEEK_IN && front[i] > CHEEK_Z;
		return out;
	}

	/** Of pixels those of the side of the face, above the neck. */
	boolean[] aside(final boolean[] of) {
		final boolean[] out = of.clone();
		for (int i = 0; i < out.length; i++) out[i] &= aside[i] > SIDE && front[i] > SIDE && up[i] > JAW_BOTTOM && up[i] + Jaw.RISE * front[i] > CHIN;
		return out;
	}
}
