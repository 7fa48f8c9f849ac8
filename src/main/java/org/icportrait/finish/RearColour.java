package org.icportrait.finish;

import org.icportrait.generate.Condition;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.work.Progress;

/**
 * Brings the coarse colours of what was generated behind what the photographs show towards those that close the geometric head, which the photograph
 * lends: networks that saw no such head would give hair of all heads' mean. Detail stays as generated. Stateless.
 */
final class RearColour {

	/** Radius of what counts as coarse, share of the frame's side, and how far it goes towards the closure. */
	private static final double COARSE = 0.04;
	private static final float TOWARDS = 0.75f;
	/** Beyond this a pixel is shown by a photograph; from this on geometry draws it whole. */
	private static final float SHOWN = 0.5f, WHOLE = 0.95f;

	private RearColour() {}

	/**
	 * @param made linear RGB, in the frame
	 * @param closed the geometric result, linear RGB, in the frame
	 * @param drawn how much of each pixel geometry draws, 0..1
	 * @return linear RGB, 0..1; a new picture
	 */
	static Picture fit(final Picture made, final Picture closed, final Picture drawn, final Condition condition, final Progress progress) {
		final int n = made.planeSize(), radius = condition.frame().radius(COARSE);
		final Picture apart = new Picture(made.width(), made.height(), 3), behind = new Picture(made.width(), made.height(), 1), out = made.copy();
		final float[] closure = new float[n];
		boolean any = false;
		for (int i = 0; i < n; i++) {
			behind.data()[i] = condition.covered(i) > SHOWN ? 0 : 1;
			closure[i] = behind.data()[i] * (drawn.data()[i] > WHOLE ? 1 : 0);
			any |= closure[i] > 0;
		}
		if (!any) return out;
		for (int i = 0; i < 3 * n; i++) apart.data()[i] = Colour.toSrgb(closed.data()[i]) - Colour.toSrgb(made.data()[i]);
		final Picture filled = PushPull.fill(apart, closure, progress), coarse = BoxBlur.twice(filled, radius, progress);
		final Picture share = BoxBlur.blur(behind, radius / 2, progress);
		for (int i = 0; i < 3 * n; i++) {
			final float change = TOWARDS * share.data()[i % n] * coarse.data()[i];
			out.data()[i] = Colour.shifted(made.data()[i], change);
		}
		return out;
	}
}
