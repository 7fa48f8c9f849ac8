package org.icportrait.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Something dear that is made at first use and kept. Whoever asks first makes it, under his own progress; others wait and may be
 * cancelled while they do. Where the maker is cancelled or fails, the next one who asks makes it anew. Thread-safe.
 */
public final class Once<T> {

	private static final int POLL_MILLISECONDS = 5;

	private final Function<Progress, T> maker;
	private final ReentrantLock lock = new ReentrantLock();
	private volatile T made;

	/** @param maker never returns null; runs in at most one thread at a time */
	public Once(final Function<Progress, T> maker) {
		this.maker = maker;
	}

	/** The thing, made now where it is not kept; throws {@link java.util.concurrent.CancellationException} when cancelled. */
	public T get(final Progress progress) {
		if (made != null) return made;
		acquire(progress);
		try {
			if (made == null) made = maker.apply(progress);
			return made;
		}
		finally {
			lock.unlock();
		}
	}

	/** Whether it is made already. */
	public boolean isMade() {
		return made != null;
	}

	private void acquire(final Progress progress) {
		try {
			do progress.check();
			while (!lock.tryLock(POLL_MILLISECONDS, TimeUnit.MILLISECONDS));
		}
		catch (final InterruptedException exception) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted.");
		}
	}
}
