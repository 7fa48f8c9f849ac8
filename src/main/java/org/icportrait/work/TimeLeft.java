package org.icportrait.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * How long work will still take, judged by how fast it went lately: over the later half of the time so far, so that a slow start is soon
 * forgotten. Not thread-safe.
 */
public final class TimeLeft {

	private static final double NANOS = 1e9;
	private static final double STEP_S = 0.05;
	/** Seconds before which the time left is not told. */
	private static final double FIRST_S = 1;
	private static final double MINUTE_S = 60;

	private record Sample(double seconds, double fraction) {}

	private final LongSupplier clock;
	private final long start;
	/** Oldest first; the first is the last one before the later half. */
	private final Deque<Sample> samples = new ArrayDeque<>();
	private Sample now = new Sample(0, 0);

	/** @param clock nanoseconds, as {@link System#nanoTime()} */
	public TimeLeft(final LongSupplier clock) {
		this.clock = clock;
		start = clock.getAsLong();
		samples.add(now);
	}

	/** Tells how far the work is: 0..1, never less than before. */
	public void at(final double fraction) {
		now = new Sample(elapsed(), fraction);
		if (now.seconds - samples.peekLast().seconds < STEP_S) return;
		samples.add(now);
		while (samples.size() > 1) {
			final Sample first = samples.pollFirst();
			if (samples.peekFirst().seconds <= now.seconds / 2) continue;
			samples.addFirst(first);
			return;
		}
	}

	/** Seconds since the start. */
	public double elapsed() {
		return (clock.getAsLong() - start) / NANOS;
	}

	/** Seconds until the end, or NaN while nothing is known. */
	public double seconds() {
		final Sample half = samples.peekFirst();
		final double elapsed = elapsed();
		final double lately = (now.fraction - half.fraction) / (elapsed - half.seconds);
		final double speed = lately > 0 ? lately : now.fraction / elapsed;
		return speed > 0 ? (1 - now.fraction) / speed : Double.NaN;
	}

	/** For people: "about 20 s left"; empty while too little is known, and at the end. */
	public String told() {
		final double seconds = seconds();
		if (elapsed() < FIRST_S || !(seconds >= 1)) return "";
		return seconds < MINUTE_S ? "about " + Math.round(seconds) + " s left" : "about " + Math.round(seconds / MINUTE_S) + " min left";
	}
}
