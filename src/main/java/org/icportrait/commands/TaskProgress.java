package org.icportrait.commands;

import ij.IJ;

import java.util.function.LongSupplier;

import org.icportrait.work.Progress;
import org.icportrait.work.TimeLeft;

import org.scijava.task.Task;

/**
 * Shows the progress of the core in Fiji's task window: the stage, a bar that never runs backwards, the time left. Its cancel button, and
 * Esc, stop the work.
 */
final class TaskProgress implements Progress {

	private static final int STEPS = 1000;

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
		final String told = left.told();
		task.setStatusMessage(told.isEmpty() ? stage : stage + ", " + told);
		task.setProgressValue(Math.round(STEPS * furthest));
	}

	@Override
	public boolean isCancelled() {
		return task.isCanceled() || IJ.escapePressed();
	}
}
