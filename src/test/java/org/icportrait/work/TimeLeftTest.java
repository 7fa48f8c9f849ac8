package org.icportrait.work;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs with a scripted clock: half-way the time left must be right within a factor of two. */
class TimeLeftTest {

	private double now;

	/** What a job reports at a time, both as parts of the whole. */
	static Stream<Arguments> jobs() {
		return Stream.of(Arguments.of("even", (DoubleUnaryOperator) t -> t), Arguments.of("a slow start", (DoubleUnaryOperator) t -> t < 0.3 ? 0 : (t - 0.3) / 0.7),
			Arguments.of("fast, then slow", (DoubleUnaryOperator) t -> t < 0.4 ? 1.4 * t : 0.56 + (t - 0.4) * 0.44 / 0.6),
			Arguments.of("slow, then fast", (DoubleUnaryOperator) t -> t < 0.5 ? 0.75 * t : 0.375 + (t - 0.5) * 1.25),
			Arguments.of("four stages", (DoubleUnaryOperator) t -> Math.floor(t * 4) / 4), Arguments.of("stages of unequal length", (DoubleUnaryOperator) t ->
				t < 0.15 ? 0 : t < 0.45 ? 0.25 : t < 0.7 ? 0.5 : t < 1 ? 0.75 : 1));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("jobs")
	void halfWayItIsRightWithinAFactorOfTwo(final String name, final DoubleUnaryOperator job) {
		for (final double total : new double[] { 2, 20, 600 }) {
			now = 0;
			final TimeLeft left = new TimeLeft(() -> (long) (now * 1e9));
			for (int i = 0; i <= 500; i++) {
				now = total * i / 1000;
				left.at(job.applyAsDouble(i / 1000.0));
			}
			assertTrue(left.seconds() >= total / 4 && left.seconds() <= total, name + " of " + total + " s: " + left.seconds() + " s left half-way");
		}
	}

	@Test
	void whileNothingIsKnownNothingIsTold() {
		final TimeLeft left = new TimeLeft(() -> (long) (now * 1e9));
		now = 3;
		left.at(0);
		assertTrue(Double.isNaN(left.seconds()));
	}
}
