package org.icportrait.strands;

import java.util.Arrays;
import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Octaves;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Strands of the hair that no photograph shows: networks of so few pixels paint it smooth. Noise drawn out along the hair (line integral convolution, Cabral
 * and Leedom 1993), octave by octave as strong as the seen hair's own detail; hair goes on as it lies where it is seen and, far from there, as
 * {@link HairFlow} says. Where the seen scalp has no detail or is bald there are none. The noise depends on the seed alone. Immutable; one for each portrait.
 */
public final class Strands {

	/** Most that strands brighten and darken, logarithm. */
	private static final float MOST = 0.4f;
	/** And so many times at most, for what is nearly black has no strands. */
	private static final float DARKEST = 0.4f, BRIGHTEST = 2.5f;
	/** An octave is at most so many times as strong as the next finer one: the middle one of nine people's seen hair. More gives ribs. */
	private static final double COARSER = 1.3;
	/** Fewer pixels of seen hair, of the frame, say nothing. */
	static final int FEWEST = 40;
	/** Added to brightness whose logarithm is taken. */
	private static final float FLOOR = 0.01f;
	/** Median of the absolute values of normal noise of deviation 1. */
	private static final double NORMAL = 0.6745;

	private final Frame frame;
	/** Where hair grows, 0..1, in the frame. */
	private final Picture scalp;
	/** Likewise, times how strong strands are there, 1 on the mean. */
	private final Picture parts;
	/** Of the seen hair without its gleams, by octave. */
	private final double[] seen;
	/** Drawn out, its octaves, {@link Frame#finer} times the frame's size. */
	private final List<Picture> noise;
	private final double[] strength;
	/** {@link HairDirections}. */
	private final Picture directions;

	private Strands(final Frame frame, final Picture scalp, final Picture parts, final double[] seen, final List<Picture> noise, final double[] strength,
		final Picture directions)
	{
		this.frame = frame;
		this.scalp = scalp;
		this.parts = parts;
		this.seen = seen;
		this.noise = noise;
		this.strength = strength;
		this.directions = directions;
	}

	/**
	 * Null where the photographs show too little hair to go by, and where they show a bald scalp.
	 *
	 * @param rotation of the turned head
	 * @param grown what {@link Scalp#of} says
	 * @param portrait the geometric result, linear RGB, the whole picture
	 * @param hanging hair that has strands on its unseen side too
	 * @param combed how surely hair lies in strands at all, 0..1
	 */
	public static Strands of(final Rotation rotation, final Picture grown, final Picture portrait, final Condition condition, final Hanging hanging,
		final float combed, final long seed, final Progress progress)
	{
		if (grown == null) return null;
		final Frame frame = condition.frame();
		final boolean[] hair = Scalp.seen(condition, progress);
		int count = 0;
		for (final boolean one : hair) if (one) count++;
		if (count < FEWEST) return null;
		final int finer = frame.finer();
		final Picture logarithm = logarithm(CropSampler.crop(portrait, frame.toPicture(), finer * frame.side(), progress)), scalp = hanging.with(grown);
		final double[] seen = usual(Octaves.of(logarithm, progress), hair, frame.side(), finer);
		final Picture directions = HairDirections.of(rotation, condition, hair, seed, progress);
		final List<Picture> noise = Octaves.of(LineIntegral.of(directions, scalp, finer, seed, progress), progress);
		return new Strands(frame, scalp, parts(scalp, directions, combed), seen, noise, levels(noise, mostly(scalp), frame.side(), finer), directions);
	}

	/** @param directions {@link HairDirections} */
	private static Picture parts(final Picture scalp, final Picture directions, final float combed) {
		final Picture out = scalp.copy();
		for (int i = 0; i < out.planeSize(); i++) out.data()[i] *= combed * directions.data()[2 * out.planeSize() + i];
		return out;
	}

	private boolean[] generated(final Picture fresh) {
		final Picture hair = fresh.copy();
		for (int i = 0; i < hair.planeSize(); i++) hair.data()[i] *= scalp.data()[i];
		return mostly(hair);
	}

	private static boolean[] mostly(final Picture shares) {
		final boolean[] out = new boolean[shares.planeSize()];
		for (int i = 0; i < out.length; i++) out[i] = shares.data()[i] > 0.5f;
		return out;
	}

	/** Brightness of linear RGB as eyes see it. */
	static Picture logarithm(final Picture linear) {
		return Colour.logLuminance(linear, FLOOR);
	}

	/** Root mean squares of octaves, {@code finer} times as large as the mask. */
	private static double[] levels(final List<Picture> octaves, final boolean[] where, final int side, final int finer) {
		return levels(octaves, places(where, side, finer));
	}

	private static double[] levels(final List<Picture> octaves, final int[] places) {
		final double[] levels = new double[Octaves.COUNT];
		for (int octave = 0; octave < levels.length; octave++) {
			final float[] detail = octaves.get(octave).data();
			double sum = 0;
			for (final int i : places) sum += detail[i] * detail[i];
			levels[octave] = places.length == 0 ? 0 : Math.sqrt(sum / places.length);
		}
		return levels;
	}

	/** Pixels of pictures {@code finer} times as large as a mask where it is set. */
	private static int[] places(final boolean[] where, final int side, final int finer) {
		final int[] out = new int[where.length * finer * finer];
		int count = 0;
		for (int row = 0, i = 0; row < finer * side; row++) {
			for (int column = 0; column < finer * side; column++, i++) if (where[row / finer * side + column / finer]) out[count++] = i;
		}
		return Arrays.copyOf(out, count);
	}

	/**
	 * Deviations of octaves as most of them have it: gleams, which are few and steep, are no strands, and what is much stronger than the finer octave is light and
	 * shade of locks. Nowhere above {@link #levels}.
	 */
	static double[] usual(final List<Picture> octaves, final boolean[] where, final int side, final int finer) {
		final int[] places = places(where, side, finer);
		final double[] levels = levels(octaves, places);
		for (int octave = 0; octave < levels.length; octave++) {
			final float[] detail = octaves.get(octave).data(), sizes = new float[places.length];
			for (int k = 0; k < sizes.length; k++) sizes[k] = Math.abs(detail[places[k]]);
			Arrays.sort(sizes);
			if (sizes.length > 0) levels[octave] = Math.min(levels[octave], sizes[sizes.length / 2] / NORMAL);
			if (octave > 1) levels[octave] = Math.min(levels[octave], COARSER * levels[octave - 1]);
		}
		return levels;
	}

	/**
	 * What brightness is to be multiplied by so that generated hair has strands; one channel, {@link Frame#finer} times the frame's size.
	 *
	 * @param made linear RGB, in the frame
	 * @param fresh how much of each pixel there is the person's and no photograph's own, 0..1: what hair lacks is told by that alone
	 */
	public Picture over(final Picture made, final Picture fresh, final Progress progress) {
		final int finer = frame.finer(), side = finer * frame.side();
		final Picture large = finer == 1 ? made : made.resampled(side, side), out = new Picture(side, side, 1);
		final double[] own = levels(Octaves.of(logarithm(large), progress), generated(fresh), frame.side(), finer);
		for (int octave = 0; octave < Octaves.COUNT; octave++) {
			final double lacking = Math.sqrt(Math.max(0, seen[octave] * seen[octave] - own[octave] * own[octave]));
			final float gain = strength[octave] <= 0 ? 0 : (float) (lacking / strength[octave]);
			final float[] detail = noise.get(octave).data();
			for (int i = 0; i < detail.length; i++) out.data()[i] += gain * detail[i];
		}
		Workers.rows(side, progress, row -> {
			for (int i = row * side; i < (row + 1) * side; i++) {
				final float share = parts.sample((i % side + 0.5) / finer, (row + 0.5) / finer, 0);
				out.data()[i] = factor(Colour.luminance(large.data()[i], large.data()[side * side + i], large.data()[2 * side * side + i]), share * out.data()[i]);
			}
		});
		return out;
	}

	/** Which way hair lies, as {@link HairDirections} says. */
	Picture directions() {
		return directions;
	}

	/** By which light is to be multiplied so that its {@link #logarithm} changes by so much. */
	private static float factor(final float light, final float change) {
		final double wanted = (light + FLOOR) * Math.exp(Math.max(-MOST, Math.min(MOST, change))) - FLOOR;
		return (float) Math.max(DARKEST, Math.min(BRIGHTEST, wanted / Math.max(FLOOR * DARKEST, light)));
	}
}
