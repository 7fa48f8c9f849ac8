package org.icportrait.work;

import java.util.concurrent.atomic.AtomicInteger;

/** Rows that several threads take band by band until none is left or one band failed. */
final class RowJob implements Runnable {

	private final int rows;
	private final int height;
	private final Progress progress;
	private final Workers.Band band;
	private final Workers workers;
	private final AtomicInteger next = new AtomicInteger();
	private int helping;
	private boolean over;
	private volatile Throwable failure;

	RowJob(final int rows, final int height, final Progress progress, final Workers.Band band, final Workers workers) {
		this.rows = rows;
		this.height = height;
		this.progress = progress;
		this.band = band;
		this.workers = workers;
	}

	/** A helper's part; a helper that comes too late does nothing. */
	@Override
	public void run() {
		synchronized (this) {
			if (over) return;
			helping++;
		}
		try {
			workers.call(this::takeBands);
		}
		finally {
			synchronized (this) {
				helping--;
				notifyAll();
			}
		}
	}

	/** The calling thread's part. Throws what the first failing band threw. */
	void workAndWait() {
		takeBands();
		waitForHelpers();
		if (failure instanceof Error error) throw error;
		if (failure instanceof RuntimeException exception) throw exception;
	}

	private Void takeBands() {
		try {
			while (failure == null) {
				final int from = next.getAndAdd(height);
				if (from < 0 || from >= rows) return null;
				progress.check();
				band.work(from, Math.min(rows, from + height));
			}
		}
		catch (final RuntimeException | Error e) {
			fail(e);
		}
		return null;
	}

	private synchronized void fail(final Throwable cause) {
		if (failure == null) failure = cause;
	}

	/** Helpers still write what the caller will read, so an interrupt is kept for later; a band takes milliseconds. */
	private void waitForHelpers() {
		boolean interrupted = false;
		synchronized (this) {
			over = true;
			while (helping > 0) {
				try {
					wait();
				}
				catch (final InterruptedException e) {
					interrupted = true;
				}
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}
}
