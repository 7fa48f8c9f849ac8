package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Macros;
import org.icportrait.bridge.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.task.event.TaskEvent;

/** The sheet of a series that people watch while it is made. */
@OnScreen
class GrowingSheetTest {

	private static final String AT_WORK = "someone-sheet (at work)";

	@BeforeEach
	void useTheEgg() {
		EggHead.useInCommands();
		CommandPlugIn.install();
	}

	@AfterEach
	void closeAll() {
		Macros.closeAll();
	}

	/** Looks at the window as often as the work tells how far it is. */
	public static final class Watcher {

		/** The number of the cell that begins, to how much of the sheet is filled then. */
		private final Map<String, Long> seen = new TreeMap<>();

		/** Called by SciJava. */
		@EventHandler
		public void onEvent(final TaskEvent event) {
			final String stage = event.getTask().getStatusMessage();
			final ImagePlus sheet = WindowManager.getImage(AT_WORK);
			if (stage != null && stage.matches("\\d of 4.*") && sheet != null) seen.putIfAbsent(stage.substring(0, 1), filled(sheet));
		}

		/** Pixels that are no paper. */
		private static long filled(final ImagePlus sheet) {
			return IntStream.of((int[]) sheet.getProcessor().getPixels()).filter(pixel -> (pixel & 0xffffff) != 0xffffff).count();
		}
	}

	@Test
	void itGrowsWithEveryCellAndGoesWhenAllAreMade() throws Exception {
		final EventService events = CommandPlugIn.context().service(EventService.class);
		final Watcher watcher = new Watcher();
		final List<EventSubscriber<?>> subscribed = events.subscribe(watcher);
		try {
			assertNull(ViewByLightSeriesTest.run("yaw", "-20,20", "lights", "keep,key left", "table", false).getCancelReason());
		}
		finally {
			events.unsubscribe(subscribed);
		}
		assertEquals(List.of("2", "3", "4"), List.copyOf(watcher.seen.keySet()), "it stands from the first cell on");
		final List<Long> filled = List.copyOf(watcher.seen.values());
		assertTrue(filled.get(0) < filled.get(1) && filled.get(1) < filled.get(2), filled.toString());
		assertNull(WindowManager.getImage(AT_WORK));
	}
}
