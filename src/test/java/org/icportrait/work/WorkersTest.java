package org.icportrait.work;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows are worked on once each, by the threads that the caller chose, and failures and cancelling end the work. */
@Timeout(20)
class WorkersTest {

	private final ExecutorService pool = Executors.newFixedThreadPool(3);
	private final Workers four = Workers.on(pool, 4);

	@AfterEach
	void close() {
		pool.shutdownNow();
	}

	private static void rows(final Workers workers, final int rows, final Progress progress, final IntConsumer row) {
		workers.call(() -> {
			Workers.rows(rows, progress, row);
			return null;
		});
	}

	@Test
	void eachRowIsWorkedOnOnce() {
		for (final Workers workers : new Workers[] { Workers.SERIAL, Workers.MACHINE, four }) {
			for (final int rows : new int[] { 0, 1, 7, 8, 9, 1000 }) {
				final AtomicIntegerArray times = new AtomicIntegerArray(rows + 1);
				rows(workers, rows, Progress.NONE, times::incrementAndGet);
				workers.call(() -> {
					Workers.parts(rows, Progress.NONE, times::incrementAndGet);
					return null;
				});
				for (int i = 0; i < rows; i++) assertEquals(2, times.get(i));
				assertEquals(0, times.get(rows));
			}
		}
	}

	@Test
	void bandsAreTheSameForAnyNumberOfThreads() {
		final int[] alone = bandOfEachRow(Workers.SERIAL), together = bandOfEachRow(four);
		assertArrayEquals(alone, together);
	}

	private static int[] bandOfEachRow(final Workers workers) {
		final int[] out = new int[203];
		return workers.call(() -> {
			Workers.bands(out.length, Progress.NONE, (from, to) -> {
				for (int i = from; i < to; i++) out[i] = 1000 * from + to;
			});
			return out;
		});
	}

	@Test
	void theChosenThreadsWorkAndNoOthers() throws Exception {
		final CyclicBarrier allFour = new CyclicBarrier(4);
		final Set<Thread> seen = ConcurrentHashMap.newKeySet();
		rows(four, 4 * 8, Progress.NONE, row -> {
			if (row % 8 == 0) await(allFour);
			seen.add(Thread.currentThread());
		});
		assertEquals(4, seen.size());
		assertTrue(seen.contains(Thread.currentThread()));
		seen.clear();
		rows(Workers.SERIAL, 100, Progress.NONE, row -> seen.add(Thread.currentThread()));
		assertEquals(Set.of(Thread.currentThread()), seen);
	}

	private static void await(final CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (final Exception e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void theCommonPoolIsLeftAlone() {
		final Set<Thread> seen = ConcurrentHashMap.newKeySet();
		Workers.rows(2000, Progress.NONE, row -> seen.add(Thread.currentThread()));
		for (final Thread thread : seen) assertFalse(thread instanceof ForkJoinWorkerThread, thread.getName());
	}

	@Test
	void nestedRowsDoNotDeadlockAndKeepTheChoice() {
		final AtomicInteger count = new AtomicInteger();
		final Set<String> names = ConcurrentHashMap.newKeySet();
		rows(four, 64, Progress.NONE, outer -> Workers.rows(64, Progress.NONE, inner -> {
			count.incrementAndGet();
			names.add(Thread.currentThread().getName());
		}));
		assertEquals(64 * 64, count.get());
		assertFalse(names.contains("portrait rows"), names.toString());
	}

	@Test
	void aBusyOrClosedExecutorDoesNotStopTheWork() throws Exception {
		final CountDownLatch free = new CountDownLatch(1);
		for (int i = 0; i < 3; i++) pool.execute(() -> {
			try {
				free.await();
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
		final AtomicInteger count = new AtomicInteger();
		rows(four, 100, Progress.NONE, row -> count.incrementAndGet());
		assertEquals(100, count.get());
		free.countDown();
		pool.shutdown();
		rows(four, 100, Progress.NONE, row -> count.incrementAndGet());
		assertEquals(200, count.get());
	}

	@Test
	void whatARowThrowsArrivesAndEndsTheWork() {
		for (final Throwable thrown : new Throwable[] { new BadInput("no"), new OutOfMemoryError("none") }) {
			final AtomicInteger count = new AtomicInteger();
			final Throwable caught = assertThrows(Throwable.class, () -> rows(four, 100_000, Progress.NONE, row -> {
				if (row == 20) WorkersTest.<RuntimeException>raise(thrown);
				count.incrementAndGet();
				pause(1);
			}));
			assertSame(thrown, caught);
			assertTrue(count.get() < 1000, "rows after the failure: " + count.get());
		}
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void raise(final Throwable thrown) throws T {
		throw (T) thrown;
	}

	@Test
	void cancellingEndsTheWorkPromptlyAndNothingRunsOn() {
		// A machine that stands still for a moment only ever adds.
		long late = Long.MAX_VALUE;
		for (int i = 0; i < 5 && late >= Duration.ofMillis(100).toNanos(); i++) late = Math.min(late, lateAfterCancelling());
		assertTrue(late < Duration.ofMillis(100).toNanos(), "ended " + late / 1e6 + " ms late");
	}

	private long lateAfterCancelling() {
		final long end = System.nanoTime() + Duration.ofMillis(50).toNanos();
		final Progress progress = new Progress() {

			@Override
			public boolean isCancelled() {
				return System.nanoTime() > end;
			}
		};
		final AtomicInteger count = new AtomicInteger();
		assertThrows(CancellationException.class, () -> rows(four, 1_000_000, progress, row -> {
			count.incrementAndGet();
			pause(2);
		}));
		final long late = System.nanoTime() - end;
		final int done = count.get();
		pause(20);
		assertEquals(done, count.get());
		return late;
	}

	@Test
	void anInterruptIsKept() {
		Thread.currentThread().interrupt();
		final AtomicInteger count = new AtomicInteger();
		rows(four, 100, Progress.NONE, row -> count.incrementAndGet());
		assertEquals(100, count.get());
		assertTrue(Thread.interrupted());
	}

	private static void pause(final long milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
