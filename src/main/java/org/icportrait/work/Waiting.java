package org.icportrait.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** Waits that end when nobody wants the work any more. Stateless. */
public final class Waiting {

	/** How often (ms) the progress is asked while somebody else holds the lock. */
	private static final int POLL = 5;

	private Waiting() {}

	/** Takes a lock; throws {@link CancellationException}, without it, when the progress says so or the thread is interrupted. */
	public static void acquire(final Lock lock, final Progress progress) {
		try {
			do progress.check();
			while (!lock.tryLock(POLL, TimeUnit.MILLISECONDS));
		}
		catch (final InterruptedException exception) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted.");
		}
	}
}
