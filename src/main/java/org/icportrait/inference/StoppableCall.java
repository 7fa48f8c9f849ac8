package org.icportrait.inference;

import ai.onnxruntime.OrtException;

import org.icportrait.work.Progress;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs native work on a thread of its own while the calling thread asks whether anybody still wants it. */
final class StoppableCall {

	/** Native work. */
	@FunctionalInterface
	interface Work {

		void run() throws OrtException;
	}

	private StoppableCall() {}

	/**
	 * Returns only after the work has ended, so that its memory can be used again.
	 *
	 * @param stop makes the work end early; may be called again
	 * @throws CancellationException where it was stopped, by {@code progress} or an interrupt (whose flag is set again)
	 * @throws OrtException of the work
	 */
	static void call(final Work work, final Runnable stop, final Progress progress, final int pollMilliseconds) throws OrtException {
		final FutureTask<Void> task = new FutureTask<>(() -> {
			work.run();
			return null;
		});
		final Thread thread = new Thread(task, "ic-portrait inference");
		thread.setDaemon(true);
		thread.start();
		boolean stopped = false;
		boolean interrupted = false;
		try {
			while (!ended(task, pollMilliseconds, stopped)) if (!stopped && progress.isCancelled()) {
				stopped = true;
				stop.run();
			}
		}
		catch (final InterruptedException e) {
			interrupted = true;
			stopped = true;
		}
		finally {
			// Also after a fault of progress itself, the work must not go on writing.
			if (!task.isDone()) {
				stop.run();
				interrupted |= waitFor(task);
			}
			if (interrupted) Thread.currentThread().interrupt();
		}
		if (stopped) throw new CancellationException();
	}

	/** True when the work has ended; its fault is thrown, unless it was stopped and may well complain. */
	private static boolean ended(final FutureTask<Void> task, final int milliseconds, final boolean stopped) throws InterruptedException,
		OrtException
	{
		try {
			task.get(milliseconds, TimeUnit.MILLISECONDS);
			return true;
		}
		catch (final TimeoutException e) {
			return false;
		}
		catch (final ExecutionException e) {
			if (stopped) return true;
			if (e.getCause() instanceof OrtException fault) throw fault;
			throw new IllegalStateException(e.getCause());
		}
	}

	/** Waits for the end whatever happens; true if the thread was interrupted meanwhile. */
	private static boolean waitFor(final FutureTask<Void> task) {
		boolean interrupted = false;
		while (!task.isDone()) {
			try {
				task.get();
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
			catch (final ExecutionException e) {
				return interrupted;
			}
		}
		return interrupted;
	}
}
