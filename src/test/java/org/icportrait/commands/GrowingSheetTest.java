package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.process.ImageProcessor;

import java.awt.EventQueue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Macros;
import org.icportrait.bridge.OnScreen;
import org.icportrait.series.SeriesMontage;
import org.icportrait.series.SeriesPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;
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

	/** It may be closed at any time, on the event thread: changed on another just then it ended the whole series, with a fault. */
	@Test
	void itChangesOnTheEventThreadAloneAndStaysClosed() throws Exception {
		final SeriesMontage sheet = new SeriesMontage(SeriesPlan.of("none", "-20,20", "", "keep", null));
		final SheetAtWork atWork = new SheetAtWork(sheet, "someone-sheet");
		final ImagePlus window = WindowManager.getImage(AT_WORK);
		final ImageProcessor before = window.getProcessor();
		final FutureTask<Void> growing = new FutureTask<>(() -> atWork.follow(sheet), null);
		EventQueue.invokeAndWait(() -> {
			new Thread(growing).start();
			assertThrows(TimeoutException.class, () -> growing.get(1, TimeUnit.SECONDS));
			assertSame(before, window.getProcessor());
			window.close();
		});
		growing.get();
		atWork.close();
		assertNull(WindowManager.getImage(AT_WORK));
		assertNull(window.getWindow());
	}

	@Test
	void aSeriesGoesOnWithoutIt() throws Exception {
		final ImageListener closer = new ImageListener() {

			@Override
			public void imageOpened(final ImagePlus image) {
				if (image.getTitle().equals(AT_WORK)) image.close();
			}

			@Override
			public void imageUpdated(final ImagePlus image) {}

			@Override
			public void imageClosed(final ImagePlus image) {}
		};
		ImagePlus.addImageListener(closer);
		try {
			final CommandModule module = ViewByLightSeriesTest.run("yaw", "-20:20:20", "lights", "keep", "table", false);
			assertNull(module.getCancelReason());
			assertEquals(3, ((ImagePlus) module.getOutput("series")).getNSlices());
		}
		finally {
			ImagePlus.removeImageListener(closer);
		}
		assertNull(WindowManager.getImage(AT_WORK));
	}
}
