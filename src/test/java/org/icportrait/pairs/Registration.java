package org.icportrait.pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.generate.Condition;
import org.icportrait.geometry.Similarity;
import org.icportrait.inference.Tensor;
import org.icportrait.quality.HeldOut;
import org.icportrait.quality.HeldOut.View;

/**
 * Lays the rendered truth over a condition, by the places of the head that both show: where the plugin read size, place or turn of a head wrongly, its
 * seen part and the truth's unseen one would not meet, and the network would learn to draw all that might be there.
 *
 * @param toSource target picture pixels to source picture pixels
 * @param error median distance (dm) between places of the two that stays
 */
record Registration(Similarity toSource, double error) {

	/** Side of the cells in which places are compared, dm. */
	private static final double CELL = 0.1;
	/** Trust from which a pixel is a photograph's own; its share of a mirror image, at most. */
	private static final float TRUSTED = 0.45f, OWN = 0.3f;
	/** Canonical height (dm) below which the neck begins, which does not turn with the head. */
	private static final float NECK = -0.9f;
	/** Fewer places of both say nothing. */
	private static final int FEWEST = 25;
	/** Truth that is part of the head that moves. */
	private static final float HEAD = 0.9f;
	private static final int ROUNDS = 3;
	/** Pairs farther apart than this, in medians, do not count in the next round. */
	private static final double FAR = 2.5;

	/** Null where too little is seen in both. */
	static Registration of(final Condition condition, final View target) {
		final Map<Long, double[]> here = shown(condition), there = shown(target);
		final List<double[]> pairs = new ArrayList<>();
		here.forEach((cell, one) -> {
			final double[] two = there.get(cell);
			if (two != null) pairs.add(new double[] { two[0] / two[2], two[1] / two[2], one[0] / one[2], one[1] / one[2] });
		});
		if (pairs.size() < FEWEST) return null;
		List<double[]> counted = pairs;
		Similarity best = fit(counted);
		for (int round = 1; round < ROUNDS; round++) {
			final double limit = FAR * median(counted, best);
			final Similarity last = best;
			counted = pairs.stream().filter(pair -> distance(pair, last) <= limit).toList();
			best = fit(counted);
		}
		return new Registration(best, median(pairs, best) / (target.camera().s() * best.scale()));
	}

	/** Sums of source picture x and y and their count, by cell of canonical places. */
	private static Map<Long, double[]> shown(final Condition condition) {
		final Map<Long, double[]> cells = new HashMap<>();
		final int side = condition.frame().side(), n = side * side;
		final Tensor maps = condition.maps();
		final Similarity toPicture = condition.frame().toPicture();
		for (int i = 0; i < n; i++) {
			if (maps.buffer().get(n + i) == 0 || maps.buffer().get(i) < TRUSTED || maps.buffer().get(2 * n + i) > OWN) continue;
			final double u = (i % side + 0.5) / side, v = (i / side + 0.5) / side;
			add(cells, maps.buffer().get(3 * n + i), maps.buffer().get(4 * n + i), maps.buffer().get(5 * n + i), toPicture.x(u, v), toPicture.y(u, v));
		}
		return cells;
	}

	private static Map<Long, double[]> shown(final View target) {
		final Map<Long, double[]> cells = new HashMap<>();
		final int side = target.coordinates().width();
		final double step = HeldOut.SIZE / (double) side;
		for (int i = 0; i < side * side; i++) {
			final int x = i % side, y = i / side;
			if (target.head().get(x, y, 0) < HEAD) continue;
			add(cells, target.coordinates().get(x, y, 0), target.coordinates().get(x, y, 1), target.coordinates().get(x, y, 2), (x + 0.5) * step, (y + 0.5) * step);
		}
		return cells;
	}

	private static void add(final Map<Long, double[]> cells, final float x, final float y, final float z, final double across, final double down) {
		if (y < NECK) return;
		final long cell = (Math.round(x / CELL) + 500) * 1_000_000L + (Math.round(y / CELL) + 500) * 1000L + Math.round(z / CELL) + 500;
		final double[] sums = cells.computeIfAbsent(cell, any -> new double[3]);
		sums[0] += across;
		sums[1] += down;
		sums[2]++;
	}

	/** Least squares over pairs of target and source places. */
	private static Similarity fit(final List<double[]> pairs) {
		final double[] mean = new double[4];
		for (final double[] pair : pairs) for (int i = 0; i < 4; i++) mean[i] += pair[i] / pairs.size();
		double dot = 0, cross = 0, square = 1e-12;
		for (final double[] pair : pairs) {
			final double ax = pair[0] - mean[0], ay = pair[1] - mean[1], bx = pair[2] - mean[2], by = pair[3] - mean[3];
			dot += ax * bx + ay * by;
			cross += ax * by - ay * bx;
			square += ax * ax + ay * ay;
		}
		final double a = dot / square, b = cross / square;
		return new Similarity(a, b, mean[2] - a * mean[0] + b * mean[1], mean[3] - b * mean[0] - a * mean[1]);
	}

	private static double median(final List<double[]> pairs, final Similarity by) {
		final double[] all = pairs.stream().mapToDouble(pair -> distance(pair, by)).toArray();
		Arrays.sort(all);
		return all[all.length / 2];
	}

	private static double distance(final double[] pair, final Similarity by) {
		return Math.hypot(by.x(pair[0], pair[1]) - pair[2], by.y(pair[0], pair[1]) - pair[3]);
	}
}
