package org.icportrait.skin;

import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.AmbientOcclusion;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.Occluder;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * The form of a head in a {@link Frame}, by which light falls on skin that is drawn. Of the fitted head where there is one: between what a photograph shows and
 * what closes the head behind it lies a step, no jaw, and below that step all would turn away from the light. Immutable.
 *
 * @param depth dm towards the viewer, continued beyond the head; one channel
 * @param known 1 where the head is, else 0
 * @param open how much of the light from all around reaches a place past the head itself, 0..1, continued beyond it; one channel. Of the fitted head: 1 where there
 *          is none
 */
public record Form(Picture depth, float[] known, Picture open) {

	/** Pixels beside the outline that tell of it. */
	private static final int NEXT = 3;
	/** Radius (pixels) of the shade, in which single directions are not told apart. */
	private static final int SOFT = 2;
	/** Shares of head about a place between which all of that counts; and how many times finer what lies in a hollow is than what is about it. */
	private static final float INSIDE = 0.98f, WHOLE = 0.9999f;
	private static final int FINER = 4;

	/** Of the head that was fitted to the view's first source; of the condition's own surface where there is none. */
	public static Form of(final View view, final Condition condition, final Progress progress) {
		final Occluder fitted = view.fitted(progress);
		if (fitted == null) return of(condition, progress);
		final int side = condition.frame().side();
		final Similarity toFrame = condition.frame().fromPicture();
		final Form bare = of(fitted.nearest(view.camera(), toFrame, side, side, progress), progress);
		return bare.shaded(fitted, view.camera(), condition.frame(), progress);
	}

	/** Of a head that was drawn; a square. */
	public static Form of(final DepthBuffer nearest, final Progress progress) {
		final int side = nearest.columns();
		final Picture raw = new Picture(side, side, 1);
		final float[] known = new float[side * side];
		for (int i = 0; i < known.length; i++) {
			final float depth = nearest.at(i % side, i / side);
			known[i] = depth == DepthBuffer.EMPTY ? 0 : 1;
			raw.data()[i] = known[i] > 0 ? depth : 0;
		}
		return new Form(PushPull.fill(raw, known, progress), known, everywhere(side));
	}

	/** Of what a condition shows and what closes it. */
	public static Form of(final Condition condition, final Progress progress) {
		return new Form(condition.continued(Condition.DEPTH, progress), condition.head(), everywhere(condition.frame().side()));
	}

	private static Picture everywhere(final int side) {
		final Picture open = new Picture(side, side, 1);
		Arrays.fill(open.data(), 1);
		return open;
	}

	/** The same in the shade of the head that it is of. */
	Form shaded(final Occluder head, final HeadCamera camera, final Frame frame, final Progress progress) {
		final int side = depth.width();
		final Picture even = BoxBlur.blur(depth, 1, progress);
		final float[] places = new float[3 * known.length], normals = new float[places.length];
		final double[] normal = new double[3];
		for (int i = 0; i < known.length; i++) {
			if (known[i] == 0) continue;
			final double u = (i % side + 0.5) / side, v = (i / side + 0.5) / side, z = depth.data()[i];
			Relief.normal(even, i, frame.dm(), normal);
			places[3 * i] = (float) camera.liftX(frame.toPicture().x(u, v), z);
			places[3 * i + 1] = (float) camera.liftY(frame.toPicture().y(u, v), z);
			places[3 * i + 2] = (float) z;
			for (int c = 0; c < 3; c++) normals[3 * i + c] = (float) normal[c];
		}
		final Picture open = new Picture(side, side, 1, AmbientOcclusion.of(head, places, normals, progress));
		return new Form(depth, known, BoxBlur.twice(PushPull.fill(open, known, progress), SOFT, progress));
	}

	/** Its depths without what is smaller than a radius, pixels. */
	Picture smooth(final int radius, final Progress progress) {
		return BoxBlur.twice(depth, radius, progress);
	}

	/**
	 * How far (dm) each place lies behind the mean of what is about it, 0 or more: deepest in a crease, as between jaw and neck, which light from all around reaches least
	 * (Luft et al. 2006, "Image Enhancement by Unsharp Masking the Depth Buffer"). 0 towards the outline, where half of what is about a place is no head.
	 *
	 * @param radius pixels
	 */
	float[] hollow(final int radius, final Progress progress) {
		final int n = known.length;
		final Picture sums = depth.weighted(known);
		final float[] broad = BoxBlur.twice(sums, radius, progress).data(), fine = BoxBlur.twice(sums, Math.max(1, radius / FINER), progress).data(), out = new float[n];
		for (int i = 0; i < n; i++) {
			final float inside = Smooth.step(INSIDE, WHOLE, broad[n + i]);
			if (inside > 0 && fine[n + i] > 0) out[i] = inside * Math.max(0, broad[i] / broad[n + i] - fine[i] / fine[n + i]);
		}
		return out;
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
		// Where two outlines meet, as below a chin, theirs would part in an edge.
		final float[] out = BoxBlur.twice(PushPull.fill(new Picture(side, side, 1, numbers), next, progress), NEXT, progress).data();
		final float[] share = BoxBlur.blur(Picture.ofMask(near, side), NEXT, progress).data();
		for (int i = 0; i < out.length; i++) out[i] = numbers[i] + share[i] * (out[i] - numbers[i]);
		return out;
	}
}
