package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** What the task window sees of a run, and that one click or Esc ends it. */
class CancelTest {

	/** Sees every change of a task while it changes. */
	public static final class Watcher {

		private final List<Long> values = Collections.synchronizedList(new ArrayList<>());
		private final List<String> stages = Collections.synchronizedList(new ArrayList<>());
		private final Consumer<Task> action;

		private Watcher(final Consumer<Task> action) {
			this.action = action;
		}

		/** Called by SciJava. */
		@EventHandler
		public void onEvent(final TaskEvent event) {
			final Task task = event.getTask();
			if (task.isDone() || task.getStatusMessage() == null || task.getStatusMessage().isEmpty()) return;
			values.add(task.getProgressValue());
			stages.add(task.getStatusMessage());
			action.accept(task);
		}
	}

	private final EventService events = CommandPlugIn.context().service(EventService.class);
	private List<EventSubscriber<?>> subscribed;

	@BeforeEach
	void useTheEgg() {
		EggHead.useInCommands();
	}

	@AfterEach
	void unsubscribe() {
		events.unsubscribe(subscribed);
		IJ.resetEscape();
	}

	private CommandModule run(final Watcher watcher) throws Exception {
		subscribed = events.subscribe(watcher);
		return CommandPlugIn.context().service(CommandService.class).run(GeneratePortrait.class, true, "image", EggHead.one(), "other", null, "pose",
			"absolute", "yaw", 20.0, "light", "key left", "reference", null).get();
	}

	@Test
	void theBarNeverRunsBackwardsAndEveryStageHasAName() throws Exception {
		final Watcher watcher = new Watcher(task -> {});
		assertNull(run(watcher).getCancelReason());
		final List<Long> sorted = new ArrayList<>(watcher.values);
		Collections.sort(sorted);
		assertEquals(sorted, watcher.values);
		assertEquals(1000, sorted.get(sorted.size() - 1));
		assertTrue(watcher.stages.stream().distinct().count() >= 3, watcher.stages.toString());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.1, 0.5 })
	void oneClickEndsItAtAnyStage(final double from) throws Exception {
		final int[] clicks = new int[1];
		final CommandModule module = run(new Watcher(task -> {
			if (task.getProgressValue() >= from * task.getProgressMaximum() && clicks[0]++ == 0) task.cancel("");
		}));
		assertTrue(module.isCanceled());
		assertNull(module.getOutput("generated"));
	}

	@Test
	void escEndsIt() throws Exception {
		final CommandModule module = run(new Watcher(task -> IJ.setKeyDown(KeyEvent.VK_ESCAPE)));
		assertTrue(module.isCanceled());
		assertEquals("", module.getCancelReason(), "no message that must be clicked away");
	}

	@Test
	void anEscOfBeforeDoesNotCount() throws Exception {
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		assertNull(run(new Watcher(task -> {})).getCancelReason());
	}
}
