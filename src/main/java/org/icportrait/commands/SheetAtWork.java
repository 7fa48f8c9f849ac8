package org.icportrait.commands;

import ij.ImagePlus;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;

import org.icportrait.series.SeriesMontage;

/**
 * The window of a sheet while it grows. People may close it, and it stays closed: it changes on the event thread alone, where they do. Of
 * the thread that makes the series; close it.
 */
final class SheetAtWork implements AutoCloseable {

	private final ImagePlus window;

	/** Shows the sheet as it stands. */
	SheetAtWork(final SeriesMontage sheet, final String title) {
		window = sheet.image(title + " (at work)");
		window.show();
	}

	/** Shows how far it has grown. */
	void follow(final SeriesMontage sheet) {
		final ImagePlus grown = sheet.image("");
		onEventThread(() -> {
			if (window.getWindow() == null) return;
			window.setProcessor(grown.getProcessor());
			window.updateAndDraw();
		});
	}

	/** Takes the window away; the sheet that stays is another. */
	@Override
	public void close() {
		onEventThread(() -> {
			window.changes = false;
			window.close();
		});
	}

	private static void onEventThread(final Runnable change) {
		if (EventQueue.isDispatchThread()) {
			change.run();
			return;
		}
		try {
			EventQueue.invokeAndWait(change);
		}
		catch (final InterruptedException exception) {
			Thread.currentThread().interrupt(); // it comes all the same
		}
		catch (final InvocationTargetException exception) {
			throw new IllegalStateException(exception.getCause());
		}
	}
}
