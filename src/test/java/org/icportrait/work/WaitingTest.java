package org.icportrait.work;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody waits for a lock longer than the work is wanted. */
@Timeout(20)
class WaitingTest {

	private final ReentrantLock lock = new ReentrantLock();

	@Test
	void aFreeLockIsTaken() {
		Waiting.acquire(lock, Progress.NONE);
		assertTrue(lock.isHeldByCurrentThread());
	}

	@Test
	void whoIsCancelledGoesOnWithoutIt() {
		lock.lock();
		final CompletableFuture<Void> other = CompletableFuture.runAsync(() -> Waiting.acquire(lock, new Progress() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		}));
		assertTrue(assertThrows(CompletionException.class, other::join).getCause() instanceof CancellationException || other.isCancelled());
	}

	@Test
	void anInterruptEndsTheWaitAndIsKept() {
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> Waiting.acquire(lock, Progress.NONE));
		assertTrue(Thread.interrupted());
	}
}
