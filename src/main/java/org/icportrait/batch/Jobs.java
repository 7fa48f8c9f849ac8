package org.icportrait.batch;

import java.util.ArrayList;
import java.util.List;
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
	 * @param atOnce how many, at least 1; no outcome depends on it
	 * @param work on one item; what it throws ends the run after the jobs that have begun
	 * @param told is handed each item's outcome on the calling thread, in the order of the list
	 */
	static <T, R> void run(final List<T> items, final int atOnce, final Function<T, R> work, final BiConsumer<T, R> told) {
		if (atOnce == 1) {
			for (final T item : items) told.accept(item, work.apply(item));
			return;
		}
		final ExecutorService threads = Executors.newFixedThreadPool(Math.min(atOnce, items.size()));
		try {
			final List<Future<R>> outcomes = new ArrayList<>();
			for (final T item : items) outcomes.add(threads.submit(() -> Workers.SERIAL.call(() -> work.apply(item))));
			for (int i = 0; i < items.size(); i++) told.accept(items.get(i), outcome(outcomes.get(i)));
		}
		finally {
			threads.shutdownNow();
		}
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
