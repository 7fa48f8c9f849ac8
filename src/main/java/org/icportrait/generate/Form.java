package org.icportrait.generate;

import org.icportrait.geometry.Similarity;
import org.icportrait.head.DepthBuffer;
import org.icportrait.head.Occluder;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * The form of a head in a {@link Frame}, by which light falls on skin that is drawn. Of the fitted head where there is one: between what a photograph shows and
 * what closes the head behind it lies a step, no jaw, and below that step all would turn away from the light. Immutable.
 *
 * @param depth dm towards the viewer, continued beyond the head; one channel
 * @param known 1 where the head is, else 0
 */
record Form(Picture depth, float[] known) {

	/** Pixels beside the outline that tell of it. */
	private static final int NEXT = 3;

	/** Of the head that was fitted to the view's first source; of the condition's own surface where there is none. */
	static Form of(final View view, final Condition condition, final Progress progress) {
		final Occluder fitted = view.fitted(progress);
		if (fitted == null) return of(condition, progress);
		final int side = condition.frame().side();
		final Similarity toFrame = condition.frame().fromPicture();
		return of(fitted.nearest(view.camera(), toFrame, side, side, progress), progress);
	}

	/** Of a head that was drawn; a square. */
	static Form of(final DepthBuffer nearest, final Progress progress) {
		final int side = nearest.columns();
		final Picture raw = new Picture(side, side, 1);
		final float[] known = new float[side * side];
		for (int i = 0; i < known.length; i++) {
			final float depth = nearest.at(i % side, i / side);
			known[i] = depth == DepthBuffer.EMPTY ? 0 : 1;
			raw.data()[i] = known[i] > 0 ? depth : 0;
		}
		return new Form(PushPull.fill(raw, known, progress), known);
	}

	/** Of what a condition shows and what closes it. */
	static Form of(final Condition condition, final Progress progress) {
		return new Form(condition.continued(Condition.DEPTH, progress), condition.head());
	}

	/** Its depths without what is smaller than a radius, pixels. */
	Picture smooth(final int radius, final Progress progress) {
		return BoxBlur.twice(depth, radius, progress);
	}

	/**
	 * Numbers over the frame with those at the outline as next to it, farther in: depths that were smoothed lie there between the head and what continues it, and turn
	 * to the viewer.
	 *
	 * @param wide pixels
	 */
	float[] inward(final float[] numbers, final int wide, final Progress progress) {
		final int side = depth.width();
		final boolean[] nobody = new boolean[known.length];
		for (int i = 0; i < known.length; i++) nobody[i] = known[i] == 0;
		final boolean[] outline = Dilation.grow(nobody, side, wide, progress), near = Dilation.grow(outline, side, NEXT, progress);
		final float[] next = new float[known.length];
		for (int i = 0; i < next.length; i++) next[i] = near[i] && !outline[i] ? 1 : 0;
		final float[] out = PushPull.fill(new Picture(side, side, 1, numbers), next, progress).data();
		final float[] share = BoxBlur.blur(Picture.ofMask(near, side), NEXT, progress).data();
		for (int i = 0; i < out.length; i++) out[i] = numbers[i] + share[i] * (out[i] - numbers[i]);
		return out;
	}
}
