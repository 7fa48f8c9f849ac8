package org.icportrait.hair;

import java.util.Arrays;

import org.icportrait.geometry.Rotation;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;

/**
 * How thick hair lies on a head, dm, by how far from straight up (head axes) a place of it looks: as thick as the silhouette shows it there, on whichever side.
 * What stands higher in the middle than aside, as a bun or a quiff, is not laid around the head. Immutable.
 *
 * @param thickness of bins of {@link #BIN} degrees, straight up first
 * @param behind by how much more it is behind the head than beside it, dm
 */
public record Hair(double[] thickness, double behind) {

	/** A bald head. */
	public static final Hair NONE = new Hair(new double[] { 0 }, 0);

	/** Degrees of a bin, their number, and half of what is read for one. */
	private static final int BIN = 10, BINS = 15, ABOUT = 10;
	/** Bin that tells how high hair stands that goes round the head: nearer to the middle there may be a knot. */
	private static final int ASIDE = 4;
	/** From so many degrees on it hangs beside ears and neck, and the share of samples that is half of one side's. */
	private static final double LOW = 100, THINNER = 0.25;
	/** Fewer samples say nothing. */
	private static final int FEWEST = 3;
	/**
	 * Behind a head hair is thicker than beside it, by so much (dm), where there is some beside and no more than some: so that the rear of the scene set's test
	 * heads, photographed from within 30 degrees of the front, is as deep as it is rendered ({@code docs/quality-history.md}).
	 */
	private static final double BEHIND = 0.05;
	private static final float SOME = 0.04f, MUCH = 0.15f, MOST = 0.28f;
	/** So far (dm) above the hairline it is as thick as its slope says. */
	private static final float GROWN = 0.4f;
	/** How far to the back a silhouette leads where it begins to tell that by itself, and where it does. */
	private static final float SIDE = 0.3f, REAR = 0.8f;

	/**
	 * The middle one of what was seen about each direction; what the silhouette shows behind the head counts most, what it shows before the head least.
	 *
	 * @param up of unit vectors from the skull's middle to the silhouette, head axes
	 * @param back of them
	 * @param out how far it stands out there, dm
	 */
	public static Hair of(final float[] up, final float[] back, final float[] out) {
		final Integer[] order = new Integer[out.length];
		for (int i = 0; i < order.length; i++) order[i] = i;
		Arrays.sort(order, (i, j) -> Float.compare(out[i], out[j]));
		final double[] bins = new double[BINS];
		for (int bin = 0; bin < BINS; bin++) bins[bin] = middle((bin + 0.5) * BIN, order, up, back, out);
		for (int bin = 1; bin < BINS; bin++) if (Double.isNaN(bins[bin])) bins[bin] = bins[bin - 1];
		for (int bin = BINS - 2; bin >= 0; bin--) if (Double.isNaN(bins[bin])) bins[bin] = bins[bin + 1];
		if (Double.isNaN(bins[0])) return NONE;
		for (int bin = 0; bin < ASIDE; bin++) bins[bin] = Math.min(bins[bin], bins[ASIDE]);
		float most = 0;
		for (final float one : back) most = Math.max(most, one);
		return new Hair(bins, BEHIND * (1 - Smooth.step(SIDE, REAR, most)));
	}

	/** Weighted median, but low beside the head that of the thinner side: curls that hang on one side do not go round the neck. NaN where there are too few. */
	private static double middle(final double degrees, final Integer[] order, final float[] up, final float[] back, final float[] out) {
		final double[] weight = new double[out.length];
		final double share = degrees > LOW ? THINNER : 0.5;
		double all = 0, sum = 0;
		int count = 0;
		for (final int i : order) {
			if (Math.abs(degrees(up[i]) - degrees) > ABOUT) continue;
			weight[i] = (1 + back[i]) * (1 + back[i]);
			all += weight[i];
			count++;
		}
		if (count < FEWEST) return Double.NaN;
		for (final int i : order) {
			sum += weight[i];
			if (weight[i] > 0 && sum >= share * all) return out[i];
		}
		return 0;
	}

	private static double degrees(final double up) {
		return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, up))));
	}

	/** How thick it lies on each vertex of a fitted head. @param normals of that */
	public float[] on(final FittedHead fitted, final float[] normals) {
		final HeadModel model = fitted.model();
		final Rotation toHead = fitted.rotation().inverse();
		final float[] mean = model.neutral(), out = new float[model.size()];
		for (int v = 0; v < out.length; v++) {
			final double x = normals[3 * v], y = normals[3 * v + 1], z = normals[3 * v + 2], high = mean[3 * v + 1] - SkullDirections.MIDDLE;
			final double far = Math.hypot(Math.hypot(mean[3 * v], mean[3 * v + 2]), high);
			// Below the hairline hangs what hangs as low beside.
			final double hanging = towards(high / far, -mean[3 * v + 2] / far), grown = towards(toHead.y(x, y, z), -toHead.z(x, y, z));
			out[v] = (float) (hanging + Smooth.step(0, GROWN, model.aboveHairline(v)) * (grown - hanging));
		}
		return out;
	}

	/**
	 * @param up of a direction, head axes
	 * @param back of it
	 */
	double towards(final double up, final double back) {
		final double at = Math.max(0, Math.min(thickness.length - 1, degrees(up) / BIN - 0.5));
		final int bin = (int) at, next = Math.min(thickness.length - 1, bin + 1);
		final double beside = thickness[bin] + (at - bin) * (thickness[next] - thickness[bin]);
		return beside + behind * Smooth.step(0, 1, (float) back) * Smooth.step(0, SOME, (float) beside) * (1 - Smooth.step(MUCH, MOST, (float) beside));
	}
}
