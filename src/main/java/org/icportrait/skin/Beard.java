package org.icportrait.skin;

import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * A beard or stubble darker than its skin, as far as photographs show it beside the jaw, continued to where none does: as dense at a height below the
 * {@link BeardRegion cheek line} as what is seen at that height. Arrays are live.
 *
 * @param ratio how many times as bright as bare skin it is, linear RGB over the frame; 1 where none grows
 * @param share how dense it is beside its densest height, 0..1, one for each pixel of the frame
 * @param seen pixels of the frame that show it on the side of the jaw
 */
public record Beard(Picture ratio, float[] share, boolean[] seen) {

	/** Trusts from which a pixel shows skin well. */
	private static final float WELL = 0.6f;
	/** How much darker than the cheeks in its light (logarithm of brightness) a jaw is without a beard at most, and with one surely. */
	private static final float SHADED = 0.1f, DARK = 0.3f;
	/** How many times as uneven as the cheeks the same: shade is as even as what it falls on. And how uneven cheeks are at least (logarithm of brightness), for some are all but even. */
	private static final float EVEN = 1.7f, UNEVEN = 2.1f;
	private static final double EVENEST = 0.012;
	/** Heights from the lowest that is told apart to where no beard grows, dm, and so many steps between them. */
	private static final float LOWEST = -0.3f, HIGHEST = 0.3f;
	private static final int STEPS = 6;
	/** Fewer pixels say nothing. */
	private static final int FEWEST = 30;
	private static final float DARKEST = 1e-4f;
	/** From which density on a place shows it. */
	private static final float DENSE = 0.3f;

	/**
	 * Null where the photographs show none, or too little of the jaw.
	 *
	 * @param bare what bare skin would be like, linear RGB over the frame, above 0
	 */
	static Beard of(final Condition condition, final Picture bare, final Progress progress) {
		final Picture start = condition.startPicture();
		final BeardRegion region = BeardRegion.of(condition, progress);
		final boolean[] well = well(condition);
		final float presence = presence(start, bare, region, well, progress);
		if (presence <= 0) return null;
		final float[][] profile = profile(start, bare, region, well);
		return profile == null ? null : of(profile, presence, region, well);
	}

	private static boolean[] well(final Condition condition) {
		final boolean[] well = new boolean[condition.frame().side() * condition.frame().side()];
		for (int i = 0; i < well.length; i++) well[i] = condition.covered(i) > 0 && condition.trust(i) > WELL;
		return well;
	}

	/** How surely there is one: the jaw is darker than its light tells, and less even than the cheeks, 0..1. */
	private static float presence(final Picture start, final Picture bare, final BeardRegion region, final boolean[] well, final Progress progress) {
		final int n = start.planeSize();
		final Picture bright = new Picture(start.width(), start.height(), 1);
		for (int i = 0; i < n; i++) bright.data()[i] = (float) Math.log(light(start, i) / light(bare, i));
		final Picture fine = BoxBlur.twice(bright, 1, progress);
		for (int i = 0; i < n; i++) fine.data()[i] = Math.abs(bright.data()[i] - fine.data()[i]);
		final boolean[] jaw = region.jaw(well), cheek = region.cheek(well);
		final double dark = median(bright, cheek) - median(bright, jaw), uneven = median(fine, jaw) / Math.max(EVENEST, median(fine, cheek));
		return Double.isNaN(dark) || Double.isNaN(uneven) ? 0 : Smooth.step(SHADED, DARK, (float) dark) * Smooth.step(EVEN, UNEVEN, (float) uneven);
	}

	private static float light(final Picture colours, final int i) {
		return Math.max(DARKEST, Colour.luminance(colours, i));
	}

	/** NaN of too few pixels. */
	private static double median(final Picture values, final boolean[] where) {
		final float[] of = new float[where.length];
		int count = 0;
		for (int i = 0; i < where.length; i++) if (where[i]) of[count++] = values.data()[i];
		Arrays.sort(of, 0, count);
		return count < FEWEST ? Double.NaN : of[count / 2];
	}

	/** How many times as bright as it is bare, beside the cheeks, the side of the jaw is at each step of height: 1 at most; null where too little of it is seen. */
	private static float[][] profile(final Picture start, final Picture bare, final BeardRegion region, final boolean[] well) {
		final boolean[] aside = region.aside(well), cheek = region.cheek(well);
		final double[] about = share(start, bare, cheek);
		final float[][] out = new float[STEPS][];
		for (int step = STEPS - 1; step >= 0; step--) {
			final boolean[] at = aside.clone();
			for (int i = 0; i < at.length; i++) at[i] &= step(region.height()[i]) == step;
			final double[] share = share(start, bare, at);
			// A height that hardly anything shows is as the next one above it.
			if (share == null) out[step] = step == STEPS - 1 ? null : out[step + 1];
			else out[step] = new float[] { (float) Math.min(1, share[0] / about[0]), (float) Math.min(1, share[1] / about[1]), (float) Math.min(1, share[2] / about[2]) };
			if (out[step] == null) return null;
		}
		return out;
	}

	private static int step(final float height) {
		return (int) Math.floor((height - LOWEST) / (HIGHEST - LOWEST) * STEPS);
	}

	/** How many times as bright as bare skin a part is on the whole; null for too few pixels. */
	private static double[] share(final Picture start, final Picture bare, final boolean[] where) {
		final int n = where.length;
		final double[] shown = new double[3], plain = new double[3];
		int count = 0;
		for (int i = 0; i < n; i++) {
			if (!where[i]) continue;
			count++;
			for (int c = 0; c < 3; c++) {
				shown[c] += start.data()[c * n + i];
				plain[c] += bare.data()[c * n + i];
			}
		}
		for (int c = 0; c < 3; c++) shown[c] = Math.max(DARKEST, shown[c] / Math.max(DARKEST, plain[c]));
		return count < FEWEST ? null : shown;
	}

	private static Beard of(final float[][] profile, final float presence, final BeardRegion region, final boolean[] well) {
		final int n = well.length, side = (int) Math.round(Math.sqrt(n));
		final Beard out = new Beard(new Picture(side, side, 3), new float[n], region.aside(well));
		float least = 1;
		for (final float[] step : profile) least = Math.min(least, step[1]);
		for (int i = 0; i < n; i++) {
			final float at = Math.max(0, Math.min(STEPS - 1, (region.height()[i] - LOWEST) / (HIGHEST - LOWEST) * STEPS - 0.5f));
			final int low = (int) Math.min(STEPS - 2, Math.floor(at));
			for (int c = 0; c < 3; c++) {
				final float ratio = profile[low][c] + (at - low) * (profile[low + 1][c] - profile[low][c]);
				out.ratio.data()[c * n + i] = 1 + region.share()[i] * (ratio - 1);
			}
			out.share[i] = least < 1 ? (1 - out.ratio.data()[n + i]) / (1 - least) : 0;
			out.seen[i] &= out.share[i] > DENSE;
			out.share[i] *= presence;
			for (int c = 0; c < 3; c++) out.ratio.data()[c * n + i] = 1 + presence * (out.ratio.data()[c * n + i] - 1);
		}
		return out;
	}

	/** Bare skin with this over it, in place. @param bare linear RGB over the frame @param known how much of what is seen goes on, 0..1: less where the beard does */
	void over(final Picture bare, final float[] known) {
		for (int i = 0; i < bare.data().length; i++) bare.data()[i] *= ratio.data()[i];
		for (int i = 0; i < known.length; i++) known[i] *= 1 - share[i];
	}
}
