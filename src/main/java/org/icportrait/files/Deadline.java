package org.icportrait.files;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work that may never end, for as long as somebody is ready to wait. */
final class Deadline {

	private Deadline() {}

	/**
	 * Works on a thread of its own, which ends with the program even where the work does not.
	 *
	 * @throws TimeoutException after {@code seconds}
	 * @throws IOException what the work throws; its errors and other exceptions pass as they are
	 * @throws CancellationException where the waiting thread is interrupted, which it stays
	 */
	static <T> T call(final int seconds, final Callable<T> work) throws IOException, TimeoutException {
		final FutureTask<T> task = new FutureTask<>(work);
		final Thread thread = new Thread(task, "IC-Portrait reads a picture");
		thread.setDaemon(true);
		thread.start();
		try {
			return task.get(seconds, TimeUnit.SECONDS);
		}
		catch (final InterruptedException exception) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Cancelled.");
		}
		catch (final ExecutionException exception) {
			throw passedOn(exception.getCause());
		}
		finally {
			thread.interrupt();
		}
	}

	private static IOException passedOn(final Throwable cause) {
		if (cause instanceof Error error) throw error;
		if (cause instanceof RuntimeException fault) throw fault;
		return cause instanceof IOException expected ? expected : new IOException(cause);
	}
}
