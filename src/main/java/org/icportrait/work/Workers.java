package org.icportrait.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Who works on the rows of a picture: the calling thread, and helpers on an executor that the caller chose for the length of a job
 * ({@link #call}); without a choice all cores of the machine, never the common pool. The calling thread always works too and waits only
 * for helpers that have begun, so that a busy, closed or nested executor slows work down but never stops it. Thread-safe.
 */
public final class Workers {

	/** The calling thread alone. */
	public static final Workers SERIAL = new Workers(Runnable::run, 1);
	/** All cores of this machine, by threads that do not keep the JVM alive. */
	public static final Workers MACHINE = machine(Runtime.getRuntime().availableProcessors());

	/** Rows that one thread takes at a time; fixed, so that what bands share inside does not depend on the number of threads. */
	private static final int BAND = 8;
	private static final ThreadLocal<Workers> CHOSEN = ThreadLocal.withInitial(() -> MACHINE);

	private final Executor executor;
	private final int threads;

	private Workers(final Executor executor, final int threads) {
		this.executor = executor;
		this.threads = threads;
	}

	/** Rows from {@code from} to {@code to - 1}. */
	public interface Band {

		void work(int from, int to);
	}

	/**
	 * @param executor for the helpers; stays the caller's to close
	 * @param threads that work at the same time, the calling one included; 1 or more
	 */
	public static Workers on(final Executor executor, final int threads) {
		if (threads < 1) throw new IllegalArgumentException("At least one thread works, not " + threads + ".");
		return new Workers(executor, threads);
	}

	/** Does {@code job} on this thread; all rows that it works on, helpers' nested ones too, are worked on by these workers. */
	public <T> T call(final Supplier<T> job) {
		final Workers before = CHOSEN.get();
		CHOSEN.set(this);
		try {
			return job.get();
		}
		finally {
			CHOSEN.set(before);
		}
	}

	/**
	 * Works on rows 0 to {@code rows - 1}, each once, in no order, at the same time; returns when all are done. What a row writes no
	 * other may read or write.
	 *
	 * @param progress asked between rows whether to go on
	 * @throws CancellationException when it says no; whatever a row throws ends the work likewise
	 */
	public static void rows(final int rows, final Progress progress, final IntConsumer row) {
		bands(rows, progress, (from, to) -> {
			for (int i = from; i < to; i++) {
				if (i > from) progress.check();
				row.accept(i);
			}
		});
	}

	/** The same in bands of a few neighbouring rows, for work that shares something within a band, such as a buffer. */
	public static void bands(final int rows, final Progress progress, final Band band) {
		work(rows, BAND, progress, band);
	}

	/** The same for parts that are few and large, each taken alone; long ones must ask {@code progress} themselves. */
	public static void parts(final int parts, final Progress progress, final IntConsumer part) {
		work(parts, 1, progress, (from, to) -> part.accept(from));
	}

	private static void work(final int rows, final int height, final Progress progress, final Band band) {
		final Workers chosen = CHOSEN.get();
		final RowJob job = new RowJob(rows, height, progress, band, chosen);
		final int helpers = Math.min(chosen.threads, (rows + height - 1) / height) - 1;
		try {
			for (int i = 0; i < helpers; i++) chosen.executor.execute(job);
		}
		catch (final RejectedExecutionException e) {
			// A closed or full executor: this thread does it alone.
		}
		job.workAndWait();
	}

	private static Workers machine(final int cores) {
		final ThreadPoolExecutor pool = new ThreadPoolExecutor(Math.max(1, cores - 1), Math.max(1, cores - 1), 5, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), job -> {
				final Thread thread = new Thread(job, "portrait rows");
				thread.setDaemon(true);
				return thread;
			});
		pool.allowCoreThreadTimeOut(true);
		return new Workers(pool, cores);
	}
}
