package org.icportrait.quality;

import java.util.Arrays;
import java.util.List;

/** Means and medians of lists of numbers. */
final class Statistics {

	private Statistics() {}

	static double mean(final List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
	}

	static double quantile(final List<Double> values, final double share) {
		if (values.isEmpty()) return Double.NaN;
		final double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		final double at = share * (sorted.length - 1);
		final int low = (int) at;
		return sorted[low] + (at - low) * (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]);
	}

	static double median(final List<Double> values) {
		return quantile(values, 0.5);
	}

	static double median(final double... values) {
		return quantile(Arrays.stream(values).boxed().toList(), 0.5);
	}
}
