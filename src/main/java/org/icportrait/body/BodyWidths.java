package org.icportrait.body;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;

/**
 * How much wider than the mean bust a body is, level by level, as its silhouette in the photograph says; where a border or hair hides that, as the other side
 * or the next level does. Arrays are live.
 *
 * @param toLeft factors towards the photograph's left, from level 0 on, four to a level
 * @param toRight likewise
 */
record BodyWidths(double[] toLeft, double[] toRight) {

	/** Bounds of the factors, by what they are tried, and where that begins. */
	private static final double NARROWEST = 0.6, WIDEST = 1.7, STEP = 0.02, FIRST = 0.3;
	/** Up to this level hair may hang beside it; how wide it may be there. */
	private static final double NECK = 2.5, NECK_WIDEST = 1.15;
	/** Angles that are looked at, rounds of smoothing, factors to a level, and all of them. */
	private static final int AROUND = 48, SMOOTH = 2, A_LEVEL = 4, COUNT = 1 + (int) (A_LEVEL * BodyModel.LAST);

	static BodyWidths of(final PreparedHead head, final BodyPose pose) {
		final double[] left = new double[COUNT], right = new double[COUNT];
		for (int ring = 0; ring < COUNT; ring++) {
			left[ring] = widest(head, pose, (double) ring / A_LEVEL, -1);
			right[ring] = widest(head, pose, (double) ring / A_LEVEL, 1);
		}
		for (int ring = 0; ring < COUNT; ring++) {
			if (Double.isNaN(left[ring])) left[ring] = right[ring];
			if (Double.isNaN(right[ring])) right[ring] = left[ring];
		}
		return new BodyWidths(smooth(left), smooth(right));
	}

	double left(final double level) {
		return at(toLeft, level);
	}

	double right(final double level) {
		return at(toRight, level);
	}

	private static double at(final double[] widths, final double level) {
		final int before = (int) Math.max(0, Math.min(COUNT - 2, A_LEVEL * level));
		return widths[before] + (A_LEVEL * level - before) * (widths[before + 1] - widths[before]);
	}

	/** By how much a ring's outermost place on one side can be moved out and stay the person's; NaN where the photograph does not say. */
	private static double widest(final PreparedHead head, final BodyPose pose, final double level, final int side) {
		final double[] middle = pose.toCamera(BodyModel.middle(level));
		double[] most = middle;
		for (int k = 0; k < AROUND; k++) {
			final double[] q = pose.toCamera(BodyModel.point(level, 2 * Math.PI * k / AROUND));
			if (side * (q[0] - most[0]) > 0) most = q;
		}
		final HeadCamera camera = head.camera();
		final double limit = level < NECK ? NECK_WIDEST : WIDEST;
		double f = FIRST;
		for (; f < limit; f += STEP) {
			final double px = camera.x(middle[0] + f * (most[0] - middle[0]), most[2]), py = camera.y(most[1], most[2]);
			final float matte = matte(head, px, py);
			if (Float.isNaN(matte)) return Double.NaN;
			if (matte < Mesh.SOLID) break;
		}
		return f <= FIRST ? Double.NaN : Math.max(NARROWEST, f - STEP);
	}

	/** Of a place of the photograph; NaN beyond the head's area. */
	static float matte(final PreparedHead head, final double px, final double py) {
		final double i = px - head.area().x(), j = py - head.area().y();
		if (i < 0 || j < 0 || i >= head.area().width() || j >= head.area().height()) return Float.NaN;
		return head.matte().get((int) i, (int) j, 0);
	}

	/** Continued to where nothing is known. */
	private static double[] smooth(final double[] widths) {
		final int n = widths.length;
		for (int i = 1; i < n; i++) if (Double.isNaN(widths[i])) widths[i] = widths[i - 1];
		for (int i = n - 2; i >= 0; i--) if (Double.isNaN(widths[i])) widths[i] = widths[i + 1];
		for (int i = 0; i < n; i++) if (Double.isNaN(widths[i])) Arrays.fill(widths, 1);
		double[] out = widths;
		for (int pass = 0; pass < SMOOTH; pass++) {
			final double[] next = new double[n];
			for (int i = 0; i < n; i++) next[i] = (out[Math.max(0, i - 1)] + out[i] + out[Math.min(n - 1, i + 1)]) / 3;
			out = next;
		}
		return out;
	}
}
