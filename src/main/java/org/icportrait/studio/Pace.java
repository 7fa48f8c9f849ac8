package org.icportrait.studio;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large drafts are while the mouse moves, so that they follow it 30 times a second: smaller ones where they take too long, larger ones
 * again where there is time to spare. For one thread.
 */
final class Pace {

	/** Longest sides, pixels. */
	private static final int[] SIDES = { 512, 384, 256, 192 };
	/** Of a second: as long as a picture may take. */
	static final double TARGET = 1.0 / 30;
	/** How much longer it may take before pictures get smaller, and what share of the time the next larger ones must leave. */
	private static final double SLOW = 1.15, SPARE = 0.9;
	/** Pictures whose times count: one that was held up by something else decides nothing. */
	private static final int LAST = 5;

	private final Deque<Double> times = new ArrayDeque<>();
	private int level;

	/** The longest side of the next picture, pixels. */
	int side() {
		return SIDES[level];
	}

	/** Takes what a picture of that side took, seconds. */
	void took(final double seconds) {
		times.addLast(seconds);
		if (times.size() > LAST) times.removeFirst();
		if (times.size() < LAST) return;
		final double typical = times.stream().sorted().skip(LAST / 2).findFirst().orElseThrow();
		if (typical > TARGET * SLOW && level < SIDES.length - 1) go(level + 1);
		else if (level > 0 && typical * growth() < TARGET * SPARE) go(level - 1);
	}

	/** By how much a picture of the next larger side has more pixels. */
	private double growth() {
		final double ratio = (double) SIDES[level - 1] / SIDES[level];
		return ratio * ratio;
	}

	private void go(final int other) {
		level = other;
		times.clear();
	}

	/** Pictures a second, by the last times; 0 where there are too few to tell. */
	double perSecond() {
		return times.size() < LAST ? 0 : 1 / times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
	}
}
