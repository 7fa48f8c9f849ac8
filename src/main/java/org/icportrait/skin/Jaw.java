package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Where in a {@link Frame} the jaw parts face and neck, and what shade lies beneath it. Arrays are live, one number for each pixel.
 *
 * @param face how far the skin is the face's and not the neck's, 0..1
 * @param light the same of the light that it stands in: just below its jaw a neck stands in the face's, lower down in one of its own
 * @param below how far a place lies below the ears, 0..1
 * @param shade how much of that light the head leaves there, above 0 to 1; 1 from the ears up, which have a relief of their own
 */
record Jaw(float[] face, float[] light, float[] below, float[] shade) {

	/** Radius of heights, share of the frame's side. */
	private static final double HEIGHTS = 0.04;
	/** By how much a jaw falls to the front, dm for each dm. */
	static final float RISE = 0.4f;
	/** Heights (dm) below an ear between which the neck's skin gives way to the face's, its light to the face's, and ears end. */
	private static final float NECK = -0.6f, JAW = -0.4f, OWN = -1.2f, SAME = -0.6f, EARS = -0.15f, BELOW = -0.4f;
	/** What is closed altogether is no skin. */
	private static final float LEAST = 0.5f;
	/** Radius of a crease, share of the frame's side; by how much a dm of its depth is darker, and how much darker the deepest is. Rays that are few see none so soft as a fitted jaw's. */
	private static final double ABOUT = 0.02;
	private static final float CREASE = 14, DEEPEST = 0.3f;

	static Jaw of(final Condition condition, final Form form, final Progress progress) {
		final float[] height = condition.continued(Condition.Y, HEIGHTS, progress).data(), front = condition.continued(Condition.Z, HEIGHTS, progress).data();
		final float[] hollow = form.hollow(Math.max(2, condition.frame().radius(ABOUT)), progress);
		final Jaw out = new Jaw(new float[height.length], new float[height.length], new float[height.length], new float[height.length]);
		for (int i = 0; i < height.length; i++) {
			final float risen = height[i] + RISE * Math.max(0, front[i]);
			out.face[i] = Smooth.step(NECK, JAW, risen);
			out.light[i] = Smooth.step(OWN, SAME, risen);
			out.below[i] = Smooth.step(EARS, BELOW, risen);
			final float crease = Math.min(DEEPEST, CREASE * hollow[i]);
			out.shade[i] = 1 + out.below[i] * (Math.max(LEAST, form.open().data()[i]) * (1 - crease) - 1);
		}
		return out;
	}
}
