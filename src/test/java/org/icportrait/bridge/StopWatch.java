package org.icportrait.bridge;

import java.lang.management.ManagementFactory;

import org.icportrait.work.Progress;

/** Cancels at a moment, counts how often it says so, and measures how long this thread works between two questions. */
public final class StopWatch implements Progress {

	/** Cancelled from the begin. */
	public static final Progress STOPPED = new Progress() {

		@Override
		public boolean isCancelled() {
			return true;
		}
	};

	private final long moment;
	private long last = cpu();
	private long longest;
	private int told;

	public StopWatch(final double afterMilliseconds) {
		moment = cpu() + (long) (1e6 * afterMilliseconds);
	}

	/** One that never cancels. */
	public StopWatch() {
		this(1e9);
	}

	/** Time of the processor, nanoseconds, so that a busy machine does not count. */
	public static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	@Override
	public boolean isCancelled() {
		longest = Math.max(longest, cpu() - last);
		last = cpu();
		if (last > moment) told++;
		return last > moment;
	}

	/** Milliseconds. */
	public double longest() {
		isCancelled();
		return longest / 1e6;
	}

	public int told() {
		return told;
	}
}
