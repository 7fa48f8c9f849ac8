package org.icportrait.commands;

import ij.ImagePlus;

import java.util.concurrent.CancellationException;

import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * Renders what a dialog shows, on a thread of its own: quick drafts first, where there are such. Only the newest request counts: it cancels
 * the frame that is being rendered, and what waited is forgotten. Thread-safe.
 */
final class LivePreview {

	/** Renders a picture of the state it was made with; ends early when the progress is cancelled. */
	@FunctionalInterface
	interface Frame {

		ImagePlus render(Progress progress);
	}

	/** Where pictures appear; called from any thread, in order. */
	interface Screen {

		void show(ImagePlus picture);

		/** Tells why there is no picture, in one sentence. */
		void tell(String sentence);

		void close();
	}

	/** One request. */
	private static final class Job implements Progress {

		private final Frame[] frames;
		private volatile boolean cancelled;

		private Job(final Frame[] frames) {
			this.frames = frames;
		}

		@Override
		public boolean isCancelled() {
			return cancelled;
		}
	}

	private final Screen screen;
	private Job newest;
	private boolean working;

	LivePreview(final Screen screen) {
		this.screen = screen;
	}

	/** Asks for frames in place of all before; each takes the place of the one before it. Returns at once. */
	synchronized void request(final Frame... frames) {
		forget();
		newest = new Job(frames);
		if (working) return;
		working = true;
		final Thread worker = new Thread(this::work, "IC-Portrait preview");
		worker.setDaemon(true);
		worker.start();
	}

	/** Cancels what runs and takes the picture away; a later request brings it back. */
	synchronized void close() {
		forget();
		screen.close();
	}

	private void forget() {
		if (newest != null) newest.cancelled = true;
		newest = null;
	}

	private void work() {
		Job done = null;
		for (Job job = next(done); job != null; job = next(done)) {
			render(job);
			done = job;
		}
	}

	/** The newest request, unless it is the one that is done: then the thread ends. */
	private synchronized Job next(final Job done) {
		working = newest != null && newest != done;
		return working ? newest : null;
	}

	private void render(final Job job) {
		try {
			for (final Frame frame : job.frames) {
				final ImagePlus picture = frame.render(job);
				ifWanted(job, () -> screen.show(picture));
			}
		}
		catch (final CancellationException newerOneIsWanted) {
			// nothing to show
		}
		catch (final BadInput exception) {
			ifWanted(job, () -> screen.tell(exception.getMessage()));
		}
		catch (final RuntimeException | OutOfMemoryError exception) {
			ifWanted(job, () -> screen.tell("There is no preview: " + exception));
		}
	}

	private synchronized void ifWanted(final Job job, final Runnable action) {
		if (!job.cancelled) action.run();
	}
}
