package org.icportrait.commands;

import org.icportrait.work.Progress;

import org.scijava.task.Task;

/** Shows the progress of the core in Fiji's task window, whose cancel button stops the work. */
final class TaskProgress implements Progress {

	private static final int STEPS = 1000;
	private final Task task;

	TaskProgress(final Task task) {
		this.task = task;
		task.setProgressMaximum(STEPS);
	}

	@Override
	public void report(final double fraction, final String stage) {
		task.setStatusMessage(stage);
		task.setProgressValue(Math.round(STEPS * fraction));
	}

	@Override
	public boolean isCancelled() {
		return task.isCanceled();
	}
}
