package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;

import org.icportrait.bridge.CommandPlugIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

class TaskProgressTest {

	private static final long SECOND = 1_000_000_000L;

	private Task task;
	private long now;
	private TaskProgress progress;

	@BeforeEach
	void newTask() {
		task = CommandPlugIn.context().service(TaskService.class).createTask("probe");
		progress = new TaskProgress(task, () -> now);
	}

	@AfterEach
	void noEsc() {
		IJ.resetEscape();
	}

	private double shown() {
		return (double) task.getProgressValue() / task.getProgressMaximum();
	}

	@Test
	void theTaskWindowShowsStageAndHowFarItIs() {
		progress.report(0.25, "Reading the head");
		assertEquals(0.25, shown(), 1e-9);
		assertEquals("Reading the head", task.getStatusMessage());
	}

	@Test
	void itNeverRunsBackwards() {
		final List<Double> seen = new ArrayList<>();
		for (final double fraction : new double[] { 0, 0.4, 0.6, 1.2, 0.8, 1 }) {
			progress.report(fraction, "step");
			seen.add(shown());
		}
		assertEquals(List.of(0.0, 0.4, 0.6, 1.0, 1.0, 1.0), seen);
	}

	@Test
	void theCancelButtonStopsTheWork() {
		assertFalse(progress.isCancelled());
		task.cancel("enough");
		assertTrue(progress.isCancelled());
	}

	@Test
	void escStopsTheWork() {
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		assertTrue(progress.isCancelled());
	}

	@Test
	void theTimeLeftIsTold() {
		now = 10 * SECOND;
		progress.report(0.5, "Lighting the head");
		assertEquals("Lighting the head, about 10 s left", task.getStatusMessage());
		now = 200 * SECOND;
		progress.report(0.5, "Lighting the head");
		assertEquals("Lighting the head, about 3 min left", task.getStatusMessage());
	}
}
