package org.icportrait.light;

/**
 * How far two lights differ on a ball that casts no shadows, looked at from the camera: only what the camera sees counts, and not how
 * bright either is as a whole. Immutable.
 *
 * @param share root of the mean squared difference of luminance over the ball, as a share of its mean; 0 for equal lights
 * @param degrees between the directions that most light comes from; NaN where one of them has none
 */
public record LightDifference(double share, double degrees) {

	/** Across the ball. */
	private static final int STEPS = 24;
	/** A light whose directed part is less than this share of its mean has no direction. */
	private static final double DIRECTED = 0.1;

	/** Both in the same axes. */
	public static LightDifference of(final Light one, final Light other) {
		final Ball first = new Ball(one), second = new Ball(other);
		double sum = 0;
		for (int i = 0; i < first.count; i++) {
			final double difference = first.seen[i] / first.mean - second.seen[i] / second.mean;
			sum += difference * difference;
		}
		return new LightDifference(Math.sqrt(sum / first.count), angle(first, second));
	}

	private static double angle(final Ball first, final Ball second) {
		if (!first.isDirected() || !second.isDirected()) return Double.NaN;
		double cosine = 0;
		for (int k = 0; k < 3; k++) cosine += first.direction[k] * second.direction[k];
		return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine / (first.length() * second.length())))));
	}

	/** A lit ball: luminance at each place that the camera sees, its mean, and the direction that it grows in. */
	private static final class Ball {

		private final double[] seen = new double[STEPS * STEPS];
		private final double[] direction = new double[3];
		private final double mean;
		private int count;

		Ball(final Light light) {
			double sum = 0;
			for (int row = 0; row < STEPS; row++) for (int column = 0; column < STEPS; column++) {
				final double x = (column + 0.5) / STEPS * 2 - 1, y = (row + 0.5) / STEPS * 2 - 1, z = Math.sqrt(Math.max(0, 1 - x * x - y * y));
				if (z == 0) continue;
				seen[count] = luminance(light, x, y, z);
				sum += seen[count++];
			}
			mean = Math.max(1e-9, sum / count);
			grow(light);
		}

		/** By the six ends of the axes, the unseen ones too. */
		private void grow(final Light light) {
			for (int k = 0; k < 3; k++) {
				final double x = k == 0 ? 1 : 0, y = k == 1 ? 1 : 0, z = k == 2 ? 1 : 0;
				direction[k] = (luminance(light, x, y, z) - luminance(light, -x, -y, -z)) / 2;
			}
		}

		double length() {
			return Math.sqrt(direction[0] * direction[0] + direction[1] * direction[1] + direction[2] * direction[2]);
		}

		boolean isDirected() {
			return length() > DIRECTED * mean;
		}

		private static double luminance(final Light light, final double x, final double y, final double z) {
			double sum = 0;
			for (int c = 0; c < 3; c++) sum += WEIGHTS[c] * Math.max(0, light.at(c, x, y, z));
			return sum;
		}
	}

	/** Of red, green and blue in luminance. */
	private static final double[] WEIGHTS = { 0.2126, 0.7152, 0.0722 };
}
