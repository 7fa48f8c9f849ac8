package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.bridge.CommandPlugIn;
import org.junit.jupiter.api.Test;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

class TaskProgressTest {

	@Test
	void theTaskWindowShowsHowFarItIsAndCanCancel() {
		final Task task = CommandPlugIn.context().service(TaskService.class).createTask("probe");
		final TaskProgress progress = new TaskProgress(task);
		progress.report(0.25, "Reading the head");
		assertEquals(0.25, (double) task.getProgressValue() / task.getProgressMaximum(), 1e-9);
		assertEquals("Reading the head", task.getStatusMessage());
		assertFalse(progress.isCancelled());
		task.cancel("enough");
		assertTrue(progress.isCancelled());
	}
}
