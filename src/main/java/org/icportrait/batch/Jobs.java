package org.icportrait.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.icportrait.work.Workers;

/**
 * Works on the items of a list, several at once: while one is read, another is computed and a third written. Each job stays on one
 * thread, which is the fastest way to use all cores as soon as there are as many jobs; a single job at a time uses all cores itself.
 */
final class Jobs {

	private Jobs() {}

	/**
	 * @param items taken from as jobs end, so that few are held at once, however many there are
	 * @param atOnce how many, at least 1; no outcome depends on it
	 * @param work on one item; what it throws ends the run after the jobs that have begun
	 * @param told is handed each item's outcome on the calling thread, in the order of the items
	 */
	static <T, R> void run(final Iterable<T> items, final int atOnce, final Function<T, R> work, final BiConsumer<T, R> told) {
		if (atOnce == 1) {
			for (final T item : items) told.accept(item, work.apply(item));
			return;
		}
		final ExecutorService threads = Executors.newFixedThreadPool(atOnce);
		try {
			final Deque<Begun<T, R>> begun = new ArrayDeque<>();
			for (final T item : items) {
				begun.add(new Begun<>(item, threads.submit(() -> Workers.SERIAL.call(() -> work.apply(item)))));
				if (begun.size() >= AHEAD * atOnce) tell(begun.remove(), told);
			}
			while (!begun.isEmpty()) tell(begun.remove(), told);
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** So many times more than work at once are begun or told late: a slow one among quick ones holds nobody up. */
	private static final int AHEAD = 8;

	private record Begun<T, R>(T item, Future<R> future) {}

	private static <T, R> void tell(final Begun<T, R> begun, final BiConsumer<T, R> told) {
		told.accept(begun.item, outcome(begun.future));
	}

	private static <R> R outcome(final Future<R> future) {
		try {
			return future.get();
		}
		catch (final InterruptedException exception) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Somebody interrupted the run.", exception);
		}
		catch (final ExecutionException exception) {
			if (exception.getCause() instanceof RuntimeException fault) throw fault;
			if (exception.getCause() instanceof Error error) throw error;
			throw new IllegalStateException(exception.getCause());
		}
	}
}
