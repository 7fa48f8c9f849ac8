package org.icportrait.dialogs;

import java.awt.EventQueue;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Waits for the answer of a window without stopping the event thread. */
public final class Asking {

	private Asking() {}

	/**
	 * Opens a window on the event thread and waits for its answer, on any thread; the event thread goes on with its events.
	 *
	 * @param window opens it and gives its answer to come
	 * @param otherwise the answer of a thread that is interrupted
	 * @throws IllegalStateException where the window cannot be opened, or fails
	 */
	public static <T> T ask(final Supplier<CompletableFuture<T>> window, final T otherwise) {
		if (!EventQueue.isDispatchThread()) return waited(onEventThread(window), otherwise);
		final SecondaryLoop loop = Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop();
		final CompletableFuture<T> answer = window.get();
		answer.whenComplete((given, fault) -> loop.exit());
		if (!answer.isDone()) loop.enter();
		return waited(answer, otherwise);
	}

	private static <T> CompletableFuture<T> onEventThread(final Supplier<CompletableFuture<T>> window) {
		final CompletableFuture<T> answer = new CompletableFuture<>();
		EventQueue.invokeLater(() -> {
			try {
				window.get().whenComplete((given, fault) -> {
					if (fault == null) answer.complete(given);
					else answer.completeExceptionally(fault);
				});
			}
			catch (final RuntimeException exception) {
				answer.completeExceptionally(exception);
			}
		});
		return answer;
	}

	private static <T> T waited(final CompletableFuture<T> answer, final T otherwise) {
		try {
			return answer.get();
		}
		catch (final InterruptedException exception) {
			Thread.currentThread().interrupt();
			return otherwise;
		}
		catch (final ExecutionException exception) {
			throw new IllegalStateException(exception.getCause());
		}
	}
}
