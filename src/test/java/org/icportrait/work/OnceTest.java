package org.icportrait.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OnceTest {

	/** A switch that can be thrown from another thread. */
	private static final class Switch implements Progress {

		private final AtomicBoolean off = new AtomicBoolean();

		@Override
		public boolean isCancelled() {
			return off.get();
		}
	}

	@Test
	void itIsMadeOnceForMany() {
		final AtomicInteger calls = new AtomicInteger();
		final Once<Object> once = new Once<>(p -> {
			calls.incrementAndGet();
			return new Object();
		});
		assertEquals(0, calls.get());
		final Object first = once.get(Progress.NONE);
		for (int i = 0; i < 10; i++) assertSame(first, once.get(Progress.NONE));
		assertEquals(1, calls.get());
	}

	/** Who waits is let go at once when he cancels, and the maker goes on. */
	@Test
	void whoWaitsCanLeave() throws Exception {
		final CountDownLatch begun = new CountDownLatch(1), go = new CountDownLatch(1);
		final Once<String> once = new Once<>(p -> {
			begun.countDown();
			await(go);
			return "made";
		});
		final CompletableFuture<String> maker = CompletableFuture.supplyAsync(() -> once.get(Progress.NONE));
		begun.await();
		final Switch impatient = new Switch();
		final CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> once.get(impatient));
		impatient.off.set(true);
		assertThrows(Exception.class, () -> waiting.get(2, TimeUnit.SECONDS));
		assertFalse(maker.isDone());
		go.countDown();
		assertEquals("made", maker.get());
	}

	/** Where the maker gives up, the one who waits makes it. */
	@Test
	void theNextOneTakesOver() throws Exception {
		final Switch first = new Switch();
		final CountDownLatch begun = new CountDownLatch(1);
		final AtomicInteger calls = new AtomicInteger();
		final Once<String> once = new Once<>(p -> {
			if (calls.incrementAndGet() > 1) return "made by the second";
			begun.countDown();
			while (true) p.check();
		});
		final CompletableFuture<String> giver = CompletableFuture.supplyAsync(() -> once.get(first));
		begun.await();
		final CompletableFuture<String> taker = CompletableFuture.supplyAsync(() -> once.get(Progress.NONE));
		first.off.set(true);
		assertEquals("made by the second", taker.get());
		assertTrue(assertThrows(Exception.class, giver::get).getCause() instanceof CancellationException);
	}

	private static void await(final CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (final InterruptedException exception) {
			throw new AssertionError(exception);
		}
	}
}
