package org.icportrait.studio;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.icportrait.work.Progress;

/**
 * One thread that renders the newest wish and forgets those that came before it. A quick wish that is being rendered is finished, so that
 * pictures come while the mouse moves; a thorough one is cancelled by the next. Thread-safe.
 */
final class NewestFirst<W> implements AutoCloseable {

	/** Makes what a wish asks for and shows it, on the thread. */
	@FunctionalInterface
	interface Work<W> {

		/** Throws {@link CancellationException} soon after the progress is cancelled; other failures go to whoever listens for them. */
		void render(W wish, boolean thorough, Progress progress);
	}

	private record Wish<W>(W wanted, boolean thorough) {}

	private final Work<W> work;
	private final Consumer<Throwable> failures;
	private final Thread thread;
	private Wish<W> next;
	private volatile boolean cancelled;
	private boolean renderingThorough;
	private boolean closed;

	NewestFirst(final String name, final Work<W> work, final Consumer<Throwable> failures) {
		this.work = work;
		this.failures = failures;
		thread = new Thread(this::loop, name);
		thread.setDaemon(true);
		thread.start();
	}

	/** Wishes for something in place of all that waits. Returns at once. */
	synchronized void wish(final W wanted, final boolean thorough) {
		if (closed) return;
		next = new Wish<>(wanted, thorough);
		if (renderingThorough) cancelled = true;
		notifyAll();
	}

	/** Cancels what is being rendered and ends the thread, without waiting for it. */
	@Override
	public synchronized void close() {
		closed = true;
		next = null;
		cancelled = true;
		notifyAll();
	}

	private void loop() {
		for (Wish<W> wish = take(); wish != null; wish = take()) {
			try {
				work.render(wish.wanted, wish.thorough, new Progress() {

					@Override
					public boolean isCancelled() {
						return cancelled;
					}
				});
			}
			catch (final CancellationException newerOneIsWanted) {
				// nothing to show
			}
			catch (final RuntimeException | OutOfMemoryError failure) {
				failures.accept(failure);
			}
		}
	}

	private synchronized Wish<W> take() {
		renderingThorough = false;
		while (next == null && !closed) {
			try {
				wait();
			}
			catch (final InterruptedException exception) {
				closed = true;
			}
		}
		final Wish<W> wish = closed ? null : next;
		next = null;
		renderingThorough = wish != null && wish.thorough;
		cancelled = closed;
		return wish;
	}
}
