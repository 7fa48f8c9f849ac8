package org.icportrait.work;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Something dear that is made at first use and kept. Whoever asks first makes it, under his own progress; others wait and may be
 * cancelled while they do. Where the maker is cancelled or fails, the next one who asks makes it anew. Thread-safe.
 */
public final class Once<T> {

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
		Waiting.acquire(lock, progress);
		try {
			if (made == null) made = maker.apply(progress);
			return made;
		}
		finally {
			lock.unlock();
		}
	}
}
