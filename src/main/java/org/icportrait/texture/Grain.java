package org.icportrait.texture;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

import org.icportrait.generate.Philox;
import org.icportrait.image.Octaves;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How grainy and how sharp the face is where a photograph shows it, and what makes the generated part so too: noise of the same energy in each
 * octave and each axis of colour, and octaves that are weakened where the generated part is sharper than the photograph. Measured on blocks
 * of sRGB values, the typical ones for grain, the strongest for sharpness; of a small face on small ones and the smoother of them, for it has features
 * wherever larger ones have skin. The noise depends on the seed alone, not on the variant, and falls away where the photograph has none. Immutable.
 */
public final class Grain {

	/** Noise weaker than this on one axis is none: rounding to 8 bits makes as much. */
	static final double FLOOR = 0.9 / 255;
	/** Most that an octave of grain is of the finer one, grain as coarse as 3 pixels; what is more is features and shading. */
	private static final double[] STEEPEST = { 1, 0.8, 1, 0.75 };
	/** Coarse detail weaker than this says nothing of sharpness. */
	private static final double FAINT = 2.0 / 255;
	private static final int FEWEST = 6, AXES = ColourAxes.COUNT, ROUNDS = 30;
	/** Of an octave, pixels: coarse detail needs larger ones to be told from chance. */
	private static final int[] BLOCKS = { 8, 8, 24, 32 };
	/** Which of the blocks, ordered by their energy, is typical of skin, octave by octave: fewer and fewer large ones are free of features, and of a small face's few are. */
	private static final double[] TYPICAL = { 0.5, 0.4, 0.35, 0.3 };
	/** And which is of edges. */
	private static final double STRONG = 0.9;
	/** Side of the two finest octaves' blocks on a face smaller than those above are for, pixels. */
	private static final int SMALL_BLOCK = 4;

	/** Brightness (sRGB) from which on grain falls off toward white, no lower than the face's, where that ends, and what is left: .6 levels in light clothes of 30 photographs, 1.4 to 2 in their faces. */
	private static final double LIT = 0.7, FALL = 0.15;
	private static final float LEFT = 0.3f;

	/** Of the face beside one on which blocks of 8 pixels are mostly plain skin, 0..1. */
	private final double size;
	private final long seed;
	/** [octave, axis] of the seen face, standard deviations. */
	private final double[] seen;
	/** First of the axes of colour between which grain falls off. */
	private final float lit, full;
	/** Strength of each octave over that of the coarsest, of the seen person; infinite where nothing is known. */
	private final double[] sharpness;

	/**
	 * @param portrait as geometry made it, {@link ColourAxes} of a part of the picture
	 * @param face where skin of the face is seen
	 * @param person where any of the person is seen
	 * @param size of the face beside one on which blocks of 8 pixels are mostly plain skin, 0..1
	 */
	public Grain(final Picture portrait, final boolean[] face, final boolean[] person, final double size, final long seed, final Progress progress) {
		this.seed = seed;
		this.size = size;
		lit = (float) Math.max(LIT * Math.sqrt(AXES), mean(portrait, face));
		full = lit + (float) (FALL * Math.sqrt(AXES));
		final List<Picture> octaves = Octaves.of(portrait, progress);
		seen = grain(levels(octaves, face));
		sharpness = sharpness(octaves, person);
	}

	/** Of the first axis; 0 of nothing. */
	private static double mean(final Picture axes, final boolean[] where) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < where.length; i++) {
			if (!where[i]) continue;
			sum += axes.data()[i];
			count++;
		}
		return sum / Math.max(1, count);
	}

	/** What of these levels is grain. */
	private double[] grain(final double[] levels) {
		final double[] grain = levels.clone();
		for (int axis = 0; axis < AXES; axis++) {
			double energy = grain[axis] * grain[axis];
			for (int i = axis + AXES; i < grain.length; i += AXES) {
				grain[i] = Math.min(grain[i], STEEPEST[i / AXES] * grain[i - AXES]);
				energy += grain[i] * grain[i];
			}
			for (int i = axis; i < grain.length; i += AXES) if (energy < FLOOR * FLOOR) grain[i] = 0;
		}
		return grain;
	}

	/** Whether the photograph asks for nothing at all: neither grain nor softness. */
	public boolean isNone() {
		return Arrays.stream(seen).allMatch(level -> level == 0) && Arrays.stream(sharpness).allMatch(Double::isInfinite);
	}

	/**
	 * What became of what was generated.
	 *
	 * @param changed whether any of it was too sharp
	 * @param levels what grain it has now
	 */
	public record Softened(boolean changed, double[] levels) {}

	/** Weakens octaves of what was generated that are stronger than the photograph's. @param made axes of colour; changed in place */
	public Softened soften(final Picture made, final boolean[] where, final Progress progress) {
		final List<Picture> octaves = Octaves.of(made, progress);
		final double[] own = sharpness(octaves, where);
		boolean softened = false;
		for (int octave = 0; octave < Octaves.COUNT - 1; octave++) {
			if (Double.isInfinite(sharpness[octave]) || Double.isInfinite(own[octave]) || own[octave] <= sharpness[octave]) continue;
			final float less = (float) (1 - sharpness[octave] / own[octave]);
			final float[] detail = octaves.get(octave).data();
			for (int i = 0; i < detail.length; i++) made.data()[i] -= less * detail[i];
			softened = true;
		}
		return new Softened(softened, levels(softened ? Octaves.of(made, progress) : octaves, where));
	}

	/** Noise to be added to what was generated, axes of colour; null for none. @param made axes of colour @param own its levels, as {@link #soften} says */
	public Picture noise(final Picture made, final double[] own, final Progress progress) {
		final double[] lacking = new double[seen.length];
		for (int i = 0; i < seen.length; i++) lacking[i] = Math.sqrt(Math.max(0, seen[i] * seen[i] - own[i] * own[i]));
		if (Arrays.stream(lacking).allMatch(level -> level == 0)) return null;
		final Picture white = white(made.width(), made.height(), progress), noise = new Picture(made.width(), made.height(), AXES);
		final List<Picture> octaves = Octaves.of(white, progress);
		final int n = made.planeSize();
		for (int axis = 0; axis < AXES; axis++) {
			final double[] gains = gains(lacking, axis);
			for (int octave = 0; octave < Octaves.COUNT; octave++) {
				final float[] from = octaves.get(octave).data();
				final float gain = (float) gains[octave];
				for (int i = axis * n; gain > 0 && i < (axis + 1) * n; i++) noise.data()[i] += gain * from[i];
			}
		}
		for (int i = 0; i < AXES * n; i++) noise.data()[i] *= LEFT + (1 - LEFT) * Smooth.step(full, lit, made.data()[i % n]);
		return noise;
	}

	/** Gains for octaves of white noise that give these levels; octaves overlap, so they are found round by round. */
	private static double[] gains(final double[] levels, final int axis) {
		final double[] gains = new double[Octaves.COUNT], next = new double[Octaves.COUNT];
		Arrays.fill(gains, levels[axis]);
		for (int round = 0; round < ROUNDS; round++) {
			for (int octave = 0; octave < gains.length; octave++) {
				final double energy = Octaves.energy(octave, gains), level = levels[octave * AXES + axis];
				next[octave] = energy > 0 ? gains[octave] * Math.sqrt(level / Math.sqrt(energy)) : level;
			}
			System.arraycopy(next, 0, gains, 0, gains.length);
		}
		return gains;
	}

	/** Standard normal numbers; each row has a stream of its own, and none of them is a variant's. */
	private Picture white(final int width, final int height, final Progress progress) {
		final Picture white = new Picture(width, height, AXES);
		Workers.rows(AXES * height, progress, line -> new Philox(seed, -1 - line).normals(FloatBuffer.wrap(white.data(), line * width, width)));
		return white;
	}

	private double[] levels(final List<Picture> octaves, final boolean[] where) {
		final double[] levels = new double[Octaves.COUNT * AXES];
		Workers.parts(levels.length, Progress.NONE, i -> {
			final int octave = i / AXES, side = size < 1 && octave < 2 ? SMALL_BLOCK : BLOCKS[octave];
			levels[i] = Blocks.level(octaves.get(octave), i % AXES, where, side, size * size * TYPICAL[octave], FEWEST);
		});
		return levels;
	}

	private static double[] sharpness(final List<Picture> octaves, final boolean[] where) {
		final double[] ratios = new double[Octaves.COUNT - 1];
		final double coarse = Blocks.level(octaves.get(Octaves.COUNT - 1), 0, where, BLOCKS[0], STRONG, FEWEST);
		for (int octave = 0; octave < ratios.length; octave++) {
			ratios[octave] = coarse < FAINT ? Double.POSITIVE_INFINITY : Blocks.level(octaves.get(octave), 0, where, BLOCKS[0], STRONG, FEWEST) / coarse;
		}
		return ratios;
	}
}
