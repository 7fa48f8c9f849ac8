package org.icportrait.commands;

import ij.IJ;

import java.util.function.LongSupplier;

import org.icportrait.work.Progress;

import org.scijava.task.Task;

/**
 * Shows the progress of the core in Fiji's task window: the stage, a bar that never runs backwards, the time left. Its cancel button, and
 * Esc, stop the work.
 */
final class TaskProgress implements Progress {

	private static final int STEPS = 1000;
	/** Seconds before which the time left is not told. */
	private static final double FIRST_S = 1;
	private static final double MINUTE_S = 60;

	private final Task task;
	private final TimeLeft left;
	private double furthest;

	TaskProgress(final Task task) {
		this(task, System::nanoTime);
	}

	/** @param clock nanoseconds */
	TaskProgress(final Task task, final LongSupplier clock) {
		this.task = task;
		left = new TimeLeft(clock);
		task.setProgressMaximum(STEPS);
	}

	@Override
	public synchronized void report(final double fraction, final String stage) {
		furthest = Math.max(furthest, Math.min(1, fraction));
		left.at(furthest);
		task.setStatusMessage(stage + told());
		task.setProgressValue(Math.round(STEPS * furthest));
	}

	private String told() {
		final double seconds = left.seconds();
		if (left.elapsed() < FIRST_S || !(seconds >= 1)) return "";
		return seconds < MINUTE_S ? ", about " + Math.round(seconds) + " s left" : ", about " + Math.round(seconds / MINUTE_S) + " min left";
	}

	@Override
	public boolean isCancelled() {
		return task.isCanceled() || IJ.escapePressed();
	}
}
