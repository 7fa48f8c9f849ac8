package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;

import java.awt.GraphicsEnvironment;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import org.icportrait.work.BadInput;

/**
 * A small window beside a dialog that follows its sliders. Requests may come from the event thread and return at once; a worker
 * renders the latest one and skips those that came in between. Does nothing without a screen.
 */
final class LivePreview {

	private final String title;
	private final AtomicLong latest = new AtomicLong();
	private ExecutorService worker;
	private ImagePlus window;

	LivePreview(final String title) {
		this.title = title;
	}

	/** Asks for a picture; {@code render} runs on the worker, and what it throws becomes a line in the status bar. */
	synchronized void request(final Callable<ImagePlus> render) {
		if (GraphicsEnvironment.isHeadless()) return;
		if (worker == null) worker = Executors.newSingleThreadExecutor(LivePreview::thread);
		final long number = latest.incrementAndGet();
		worker.execute(() -> renderIfLatest(number, render));
	}

	/** Ends the worker and closes the window. */
	synchronized void close() {
		latest.incrementAndGet();
		if (worker != null) worker.shutdown();
		worker = null;
		if (window == null) return;
		window.changes = false;
		window.close();
		window = null;
	}

	private void renderIfLatest(final long number, final Callable<ImagePlus> render) {
		if (number != latest.get()) return;
		try {
			final ImagePlus rendered = render.call();
			show(number, rendered);
		}
		catch (final CancellationException exception) {
			// A newer request has come.
		}
		catch (final BadInput exception) {
			IJ.showStatus("Preview: " + exception.getMessage());
		}
		catch (final Exception exception) {
			IJ.showStatus("The preview failed: " + exception);
		}
	}

	private synchronized void show(final long number, final ImagePlus rendered) {
		if (number != latest.get()) return;
		if (window != null && window.isVisible()) {
			window.setProcessor(rendered.getProcessor());
			return;
		}
		window = new ImagePlus(title, rendered.getProcessor());
		window.show();
	}

	private static Thread thread(final Runnable work) {
		final Thread thread = new Thread(work, "IC-Portrait preview");
		thread.setDaemon(true);
		return thread;
	}
}
