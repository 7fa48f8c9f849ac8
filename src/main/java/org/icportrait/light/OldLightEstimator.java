package org.icportrait.light;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Picture;
import org.icportrait.view.HeadMaps;

/**
 * The light of a photograph from what it shows of a head: robust least squares of picture = albedo * (harmonics of the normal + one
 * lamp with its shadows), for each channel, held near a first guess. Stateless.
 */
public final class OldLightEstimator {

	/** Samples along the longer side of the maps. */
	private static final int GRID = 110;
	private static final int ROUNDS = 4, FEWEST = 30;
	/** How strongly, in samples, a coefficient is held to the guess. */
	private static final double HOLD = 12;
	/** Of the lamp, which a photograph hardly tells. */
	private static final double HARDNESS = 0.7;
	/** The part of the head that counts: not clothes, and hair less than skin. */
	private static final float LOWEST_Y = -1.1f, FACE_Z = 0.2f;

	private OldLightEstimator() {}

	/**
	 * @param picture linear RGB
	 * @param maps of a head in it
	 * @param use which picture pixels may be read (length width * height), or null for all; others are never touched
	 * @param guess 27 coefficients to fall back on where the samples say little, e.g. the network's own
	 */
	public static Light estimate(final Picture picture, final HeadMaps maps, final HeadCamera camera, final boolean[] use, final double[] guess) {
		final List<double[]> samples = samples(picture, maps, use);
		if (samples.size() < FEWEST) return Light.of(Harmonics.of(guess));
		final double[] soft = fit(samples, null, guess);
		final double[] d = SphericalHarmonics.dominantDirection(soft);
		final Lamp lamp = new Lamp(d[0], d[1], d[2], 1, 1, 1, HARDNESS);
		final Picture reach = OldShadows.reach(maps, camera, lamp);
		final double[] lit = new double[samples.size()];
		for (int i = 0; i < lit.length; i++) {
			final double[] s = samples.get(i);
			lit[i] = lamp.falloff(s[0], s[1], s[2]) * reach.sample(s[9] * reach.width(), s[10] * reach.height(), 0);
		}
		final double[] all = fit(samples, lit, guess);
		final double[] colour = { Math.max(0, all[27]), Math.max(0, all[28]), Math.max(0, all[29]) };
		if (colour[0] + colour[1] + colour[2] < 1e-3) return Light.of(Harmonics.of(soft));
		return new Light(Harmonics.of(Arrays.copyOf(all, SphericalHarmonics.ALL)), List.of(new Lamp(d[0], d[1], d[2], colour[0], colour[1], colour[2], HARDNESS)));
	}

	/** The same without a lamp: nine coefficients a channel. */
	public static Light soft(final Picture picture, final HeadMaps maps, final boolean[] use, final double[] guess) {
		final List<double[]> samples = samples(picture, maps, use);
		return Light.of(Harmonics.of(samples.size() < FEWEST ? guess : fit(samples, null, guess)));
	}

	/** Each: normal x, y, z; albedo RGB; picture RGB; place in the maps (fractions); weight. */
	private static List<double[]> samples(final Picture picture, final HeadMaps maps, final boolean[] use) {
		final int step = Math.max(1, Math.max(maps.width(), maps.height()) / GRID);
		final List<double[]> samples = new ArrayList<>();
		for (int y = step / 2; y < maps.height(); y += step) {
			for (int x = step / 2; x < maps.width(); x += step) {
				if (maps.matte().get(x, y, 0) < 0.95f || maps.coordinates().get(x, y, 1) < LOWEST_Y) continue;
				final int px = maps.x() + x, py = maps.y() + y;
				if (use != null && !use[py * picture.width() + px]) continue;
				final double[] s = new double[12];
				for (int c = 0; c < 3; c++) {
					s[c] = maps.normals().get(x, y, c);
					s[3 + c] = Math.max(0.02, maps.albedo().get(x, y, c));
					s[6 + c] = picture.get(px, py, c);
				}
				if (Math.max(s[6], Math.max(s[7], s[8])) > 0.98) continue; // clipped: says only "at least"
				s[9] = (x + 0.5) / maps.width();
				s[10] = (y + 0.5) / maps.height();
				final boolean face = maps.coordinates().get(x, y, 2) > FACE_Z && maps.coordinates().get(x, y, 1) < 0.9f;
				s[11] = (face ? 1 : 0.3) * Math.max(0.05, s[2]);
				samples.add(s);
			}
		}
		return samples;
	}

	/** 27 coefficients, and three of the lamp where {@code lit} is given. */
	private static double[] fit(final List<double[]> samples, final double[] lit, final double[] guess) {
		final double[][] rows = rows(samples, lit);
		final double[] out = new double[3 * rows[0].length];
		for (int c = 0; c < 3; c++) {
			final double[] solution = fit(samples, rows, c, guess);
			for (int k = 0; k < solution.length; k++) out[3 * k + c] = solution[k];
		}
		return out;
	}

	/** What each sample says of the unknowns: B_0..B_8 of its normal, and how far the lamp lights it. */
	private static double[][] rows(final List<double[]> samples, final double[] lit) {
		final int terms = SphericalHarmonics.COUNT + (lit == null ? 0 : 1);
		final double[][] rows = new double[samples.size()][terms];
		for (int i = 0; i < rows.length; i++) {
			final double[] s = samples.get(i);
			SphericalHarmonics.basis(s[0], s[1], s[2], rows[i]);
			if (lit != null) rows[i][SphericalHarmonics.COUNT] = lit[i];
		}
		return rows;
	}

	/** One channel, iteratively reweighted (Cauchy). */
	private static double[] fit(final List<double[]> samples, final double[][] rows, final int c, final double[] guess) {
		final double noise = scale(samples, c);
		double[] solution = null;
		for (int round = 0; round < ROUNDS; round++) {
			final double[][] m = held(rows[0].length, c, guess);
			for (int i = 0; i < rows.length; i++) add(m, rows[i], samples.get(i), c, solution, noise);
			solution = solve(m);
		}
		return solution;
	}

	/** Normal equations that say nothing but the guess; the lamp is held to darkness, and takes its share from the rest. */
	private static double[][] held(final int terms, final int c, final double[] guess) {
		final boolean lamp = terms > SphericalHarmonics.COUNT;
		final double[][] m = new double[terms][terms + 1];
		for (int k = 0; k < terms; k++) {
			final double hold = k == 0 ? 0.02 * HOLD : k == SphericalHarmonics.COUNT ? 0.1 * HOLD : HOLD * (k < 4 ? 0.3 : 1);
			m[k][k] = hold;
			if (k < SphericalHarmonics.COUNT) m[k][terms] = hold * (lamp ? 0.6 : 1) * guess[3 * k + c];
		}
		return m;
	}

	private static void add(final double[][] m, final double[] row, final double[] s, final int c, final double[] solution, final double noise) {
		final double shading = s[6 + c] / s[3 + c];
		double weight = s[11] * s[3 + c] / 0.3;
		if (solution != null) {
			double error = -shading;
			for (int k = 0; k < row.length; k++) error += row[k] * solution[k];
			weight /= 1 + error * error / (noise * noise);
		}
		for (int k = 0; k < row.length; k++) {
			for (int l = 0; l < row.length; l++) m[k][l] += weight * row[k] * row[l];
			m[k][row.length] += weight * row[k] * shading;
		}
	}

	/** What counts as a large error: a quarter of the mean shading. */
	private static double scale(final List<double[]> samples, final int c) {
		double sum = 0;
		for (final double[] s : samples) sum += s[6 + c] / s[3 + c];
		return Math.max(1e-4, 0.25 * sum / samples.size());
	}

	/** Gauss elimination with pivots; the last column is the right side. */
	private static double[] solve(final double[][] m) {
		final int n = m.length;
		for (int i = 0; i < n; i++) {
			int pivot = i;
			for (int r = i + 1; r < n; r++) if (Math.abs(m[r][i]) > Math.abs(m[pivot][i])) pivot = r;
			final double[] swap = m[i];
			m[i] = m[pivot];
			m[pivot] = swap;
			for (int r = i + 1; r < n; r++) {
				final double f = m[r][i] / m[i][i];
				for (int k = i; k <= n; k++) m[r][k] -= f * m[i][k];
			}
		}
		final double[] x = new double[n];
		for (int i = n - 1; i >= 0; i--) {
			x[i] = m[i][n];
			for (int k = i + 1; k < n; k++) x[i] -= m[i][k] * x[k];
			x[i] /= m[i][i];
		}
		return x;
	}
}
