package org.icportrait.work;

/** A part of a larger job. */
final class Part implements Progress {

	private final Progress whole;
	private final double from;
	private final double to;
	private double furthest;

	Part(final Progress whole, final double from, final double to) {
		if (!(from >= 0 && from <= to && to <= 1)) throw new IllegalArgumentException("A part runs from 0 or more to 1 or less, not " + from + ".." + to + ".");
		this.whole = whole;
		this.from = from;
		this.to = to;
	}

	@Override
	public synchronized void report(final double fraction, final String stage) {
		furthest = Math.max(furthest, Math.min(1, fraction));
		whole.report(from + furthest * (to - from), stage);
	}

	@Override
	public boolean isCancelled() {
		return whole.isCancelled();
	}
}
