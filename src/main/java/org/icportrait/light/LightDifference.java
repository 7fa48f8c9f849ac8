package org.icportrait.light;

/**
 * How far two lights differ on a ball that casts no shadows, looked at from the camera: only what the camera sees counts, and not how
 * bright either is as a whole. Immutable.
 *
 * @param share root of the mean squared difference of luminance over the ball, as a share of its mean; 0 for equal lights
 * @param degrees between the directions that most light comes from; NaN where one of them has none
 */
public record LightDifference(double share, double degrees) {

	/** Places on the ball, evenly strewn. */
	private static final int PLACES = 1024;
	private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
	/** A light whose directed part is less than this share of its mean has no direction. */
	private static final double DIRECTED = 0.1;
	/** Of red, green and blue in luminance. */
	private static final double[] WEIGHTS = { 0.2126, 0.7152, 0.0722 };

	/** Both in the same axes. */
	public static LightDifference of(final Light one, final Light other) {
		final Ball first = new Ball(one), second = new Ball(other);
		double sum = 0;
		for (int i = 0; i < PLACES / 2; i++) {
			final double difference = first.seen[i] / first.mean - second.seen[i] / second.mean;
			sum += difference * difference;
		}
		return new LightDifference(Math.sqrt(sum / (PLACES / 2)), angle(first, second));
	}

	private static double angle(final Ball first, final Ball second) {
		if (!first.isDirected() || !second.isDirected()) return Double.NaN;
		double cosine = 0;
		for (int k = 0; k < 3; k++) cosine += first.direction[k] * second.direction[k];
		return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine / (first.length() * second.length())))));
	}

	/** A lit ball: luminance at the places that the camera sees, their mean, and the direction that it grows in, the unseen half included. */
	private static final class Ball {

		private final double[] seen = new double[PLACES / 2];
		private final double[] direction = new double[3];
		private final double mean;

		Ball(final Light light) {
			double sum = 0;
			for (int i = 0; i < PLACES; i++) {
				final double z = 1 - 2 * (i + 0.5) / PLACES, r = Math.sqrt(1 - z * z), x = r * Math.cos(i * GOLDEN_ANGLE), y = r * Math.sin(i * GOLDEN_ANGLE);
				final double luminance = luminance(light, x, y, z);
				direction[0] += 3 * luminance * x / PLACES;
				direction[1] += 3 * luminance * y / PLACES;
				direction[2] += 3 * luminance * z / PLACES;
				if (i >= seen.length) continue;
				seen[i] = luminance;
				sum += luminance;
			}
			mean = Math.max(1e-9, sum / seen.length);
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
}
