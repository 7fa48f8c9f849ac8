package org.icportrait.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

import org.scijava.thread.ThreadService;

/** Runs ImageJ macros against our commands and tells what they logged. */
public final class Macros {

	private static final int POOL_THREADS = 8;

	private Macros() {}

	/** Runs a macro with the given argument; returns everything that went to the log, the stops of macros included. */
	public static String run(final String macro, final String argument) {
		CommandPlugIn.install();
		final PrintStream out = System.out;
		final ByteArrayOutputStream caught = new ByteArrayOutputStream();
		System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
		try {
			new Interpreter().run(macro, argument);
		}
		catch (final RuntimeException stopped) {
			// A macro that ended by exit has told its sentence; one that is wrong is a fault.
			if (!Macro.MACRO_CANCELED.equals(stopped.getMessage()) || caught.toString(StandardCharsets.UTF_8).contains("Macro Error")) throw stopped;
		}
		finally {
			System.setOut(out);
		}
		return caught.toString(StandardCharsets.UTF_8) + logWindow();
	}

	/** What stands in the log window, which is emptied; without a screen there is none, and macros print. */
	private static String logWindow() {
		final String text = IJ.getLog();
		if (text != null) IJ.log("\\Clear");
		return text == null ? "" : text;
	}

	/** Makes an image the active one of SciJava's idle threads, as commands that show images do. */
	public static void leaveOnPoolThreads(final ImagePlus image) throws Exception {
		final ThreadService threads = CommandPlugIn.context().service(ThreadService.class);
		final CountDownLatch all = new CountDownLatch(POOL_THREADS);
		final List<Future<?>> running = new ArrayList<>();
		for (int i = 0; i < POOL_THREADS; i++) {
			running.add(threads.run(() -> {
				WindowManager.setTempCurrentImage(image);
				all.countDown();
				all.await(); // so that each takes a thread of its own
				return null;
			}));
		}
		for (final Future<?> each : running) each.get();
	}

	/** Closes every image that macros left. */
	public static void closeAll() {
		while (WindowManager.getCurrentImage() != null) {
			final ImagePlus image = WindowManager.getCurrentImage();
			image.changes = false;
			image.close();
			WindowManager.setTempCurrentImage(null);
			Interpreter.removeBatchModeImage(image);
		}
	}
}
