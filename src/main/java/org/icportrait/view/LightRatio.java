package org.icportrait.view;

import org.icportrait.geometry.CanonicalGrid;
import org.icportrait.work.Progress;

/**
 * The logarithm of the ratio of two lights over canonical space, from the places where both are known: it goes on from there by a trend, and what differs
 * from that goes on ever smoother. Immutable.
 */
final class LightRatio {

	/** Of the grids: three channels, times their weight, and the weight. */
	static final int WEIGHT = 3, PLANES = 4;
	/** Radii of the means (cells) by which the ratio goes on: two photographs' surfaces do not lie over one another as finely as two halves of one. */
	private static final int[] OF_SIDES = { 2, 4, 8 }, OF_PHOTOGRAPHS = { 4, 8 };
	/** Weight that is enough not to look further, and that is too little to count. */
	private static final float ENOUGH = 0.02f, LEAST = 1e-3f;
	/** Largest logarithm that is believed: halves two and a half times brighter or darker, photographs, of any exposure, eight times. */
	private static final float MOST_OF_SIDES = 0.9f, MOST_OF_PHOTOGRAPHS = 2.1f;

	private final Trend trend;
	/** What differs from it, ever smoother. */
	private final CanonicalGrid[] levels;
	private final float most;

	/** A logarithm everywhere. */
	interface Trend {

		/** At a canonical place, dm. */
		float at(int channel, float x, float y, float z);

		/** Takes it out of weighted ratios. */
		default void takeFrom(final CanonicalGrid ratios) {
			for (int at = 0; at < ratios.cells(); at++) {
				final float weight = ratios.get(at, WEIGHT);
				for (int k = 0; weight > 0 && k < 3; k++) ratios.add(at, k, -weight * at(k, ratios.x(at), ratios.y(at), ratios.z(at)));
			}
		}
	}

	private LightRatio(final CanonicalGrid ratios, final Trend trend, final int[] radii, final float most, final Progress progress) {
		this.trend = trend;
		this.most = most;
		levels = new CanonicalGrid[radii.length];
		for (int level = 0; level < levels.length; level++) {
			progress.check();
			levels[level] = ratios.blurred(radii[level]);
		}
	}

	/** Of the two sides of a head: light from one side grows with the distance from the middle. @param ratios weighted, with their weight; are changed */
	static LightRatio ofSides(final CanonicalGrid ratios, final Progress progress) {
		final Trend trend = SideSlope.take(ratios);
		return new LightRatio(ratios, trend, OF_SIDES, MOST_OF_SIDES, progress);
	}

	/** Of two photographs: their exposures and tints differ. @param ratios weighted, with their weight; are changed */
	static LightRatio ofPhotographs(final CanonicalGrid ratios, final Progress progress) {
		final float[] mean = new float[PLANES];
		for (int at = 0; at < ratios.cells(); at++) for (int k = 0; k < PLANES; k++) mean[k] += ratios.get(at, k);
		for (int k = 0; k < 3; k++) mean[k] = mean[WEIGHT] > 0 ? mean[k] / mean[WEIGHT] : 0;
		final Trend trend = (channel, x, y, z) -> mean[channel];
		trend.takeFrom(ratios);
		return new LightRatio(ratios, trend, OF_PHOTOGRAPHS, MOST_OF_PHOTOGRAPHS, progress);
	}

	/** Writes the ratio of a cell, weighted, where both weighted means of logarithms know it. */
	static void write(final CanonicalGrid out, final int at, final CanonicalGrid one, final int atOne, final CanonicalGrid two, final int atTwo) {
		final float a = one.get(atOne, WEIGHT), b = two.get(atTwo, WEIGHT), weight = Math.min(1, Math.min(a, b));
		if (weight < LEAST) return;
		for (int k = 0; k < 3; k++) out.set(at, k, weight * (one.get(atOne, k) / a - two.get(atTwo, k) / b));
		out.set(at, WEIGHT, weight);
	}

	/** Reads the ratio at places; one per thread. */
	final class Reader {

		private final float[] cell = new float[PLANES];
		private final float[] ratio = new float[3];

		/** Three logarithms at a canonical place, dm; the array is used again. The finest level that knows enough, mixed smoothly with the coarser ones. */
		float[] at(final float x, final float y, final float z) {
			float open = 1;
			for (int k = 0; k < 3; k++) ratio[k] = trend.at(k, x, y, z);
			for (int level = 0; level < levels.length && open > 0.01f; level++) {
				levels[level].read(x, y, z, cell);
				if (cell[WEIGHT] < 1e-6f) continue;
				final float share = open * Math.min(1, cell[WEIGHT] * (level + 1) / ENOUGH);
				for (int k = 0; k < 3; k++) ratio[k] += share * cell[k] / cell[WEIGHT];
				open -= share;
			}
			for (int k = 0; k < 3; k++) ratio[k] = Math.max(-most, Math.min(most, ratio[k]));
			return ratio;
		}
	}
}
