package org.icportrait.light;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.icportrait.geometry.Harmonics;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Robust least squares of what samples show: shading = harmonics of the normal, and one lamp where it is given, each channel by itself,
 * held near a guess (iteratively reweighted, Cauchy).
 */
final class LightFit {

	private static final int ROUNDS = 4;
	/** How strongly, in samples, a coefficient is held to the guess; bands 0 and 1 and the lamp less. */
	private static final double HOLD = 12, HOLD_0 = 0.02, HOLD_1 = 0.3, HOLD_LAMP = 0.1;
	/** Share of the guess that is left to the surrounding where a lamp takes the rest. */
	private static final double WITHOUT_LAMP = 0.6;
	/** What counts as a large error, as a share of the mean shading. */
	private static final double LARGE_ERROR = 0.25;

	private final LightSamples samples;
	private final double[] lamp;
	private final Harmonics guess;
	private final int terms;

	/** @param lamp how far each sample is lit by the lamp, 0..1, or null for none */
	LightFit(final LightSamples samples, final double[] lamp, final Harmonics guess) {
		this.samples = samples;
		this.lamp = lamp;
		this.guess = guess;
		terms = Harmonics.COUNT + (lamp == null ? 0 : 1);
	}

	/** 27 coefficients and, where there is a lamp, its red, green and blue; [k * 3 + channel]. */
	double[] solve(final Progress progress) {
		final double[] out = new double[3 * terms];
		Workers.parts(3, progress, c -> {
			final double[] solution = new Channel(c).solve(progress);
			for (int k = 0; k < terms; k++) out[3 * k + c] = solution[k];
		});
		return out;
	}

	/** One of the three, by itself. */
	private final class Channel {

		private final int c;
		private final DMatrixRMaj normal = new DMatrixRMaj(terms, terms);
		private final DMatrixRMaj right = new DMatrixRMaj(terms, 1);
		private final DMatrixRMaj solution = new DMatrixRMaj(terms, 1);
		private final LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(terms);
		private final double[] row = new double[terms];

		Channel(final int c) {
			this.c = c;
		}

		double[] solve(final Progress progress) {
			final double noise = Math.max(1e-4, LARGE_ERROR * samples.meanShading(c));
			for (int round = 0; round < ROUNDS; round++) {
				progress.check();
				hold();
				for (int i = 0; i < samples.count(); i++) add(i, round == 0 ? Double.POSITIVE_INFINITY : noise);
				mirror();
				if (!solver.setA(normal)) throw new IllegalArgumentException("The picture of a head holds what is no number.");
				solver.solve(right, solution);
			}
			return solution.data;
		}

		/** Normal equations that say nothing but the guess; the lamp is held to darkness, and takes its share from the rest. */
		private void hold() {
			normal.zero();
			right.zero();
			for (int k = 0; k < terms; k++) {
				final double hold = HOLD * (k == 0 ? HOLD_0 : k < 4 ? HOLD_1 : k < Harmonics.COUNT ? 1 : HOLD_LAMP);
				normal.data[k * terms + k] = hold;
				if (k < Harmonics.COUNT) right.data[k] = hold * (lamp == null ? 1 : WITHOUT_LAMP) * guess.get(k, c);
			}
		}

		/** Adds a sample to the upper triangle, with less weight the farther it lies from the last solution. */
		private void add(final int i, final double noise) {
			System.arraycopy(samples.basis(), Harmonics.COUNT * i, row, 0, Harmonics.COUNT);
			if (lamp != null) row[Harmonics.COUNT] = lamp[i];
			final double shading = samples.shading(i, c);
			double error = -shading;
			for (int k = 0; k < terms; k++) error += row[k] * solution.data[k];
			final double weight = samples.weight(i, c) / (1 + error * error / (noise * noise));
			for (int k = 0; k < terms; k++) {
				final double weighted = weight * row[k];
				for (int l = k; l < terms; l++) normal.data[k * terms + l] += weighted * row[l];
				right.data[k] += weighted * shading;
			}
		}

		private void mirror() {
			for (int k = 1; k < terms; k++) for (int l = 0; l < k; l++) normal.data[k * terms + l] = normal.data[l * terms + k];
		}
	}
}
