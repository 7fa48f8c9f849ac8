package org.icportrait.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The thread of the studio. */
@Timeout(60)
class NewestFirstTest {

	private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
	private final CountDownLatch gate = new CountDownLatch(1);
	private NewestFirst<String> worker;

	@AfterEach
	void close() {
		worker.close();
	}

	private String next() throws InterruptedException {
		return events.poll(30, TimeUnit.SECONDS);
	}

	/** Renders "first" for as long as the gate is closed and nobody cancels; all else at once. */
	private void start() {
		worker = new NewestFirst<>("test", (wish, thorough, progress) -> {
			events.add("begin " + wish);
			while (wish.equals("first") && gate.getCount() > 0) {
				if (progress.isCancelled()) {
					events.add("cancelled " + wish);
					throw new CancellationException();
				}
				Thread.onSpinWait();
			}
			if (wish.equals("bad")) throw new IllegalStateException("bad");
			events.add("end " + wish);
		}, failure -> events.add("failed " + failure.getMessage()));
	}

	@Test
	void whatWaitsIsForgottenForWhatIsNewer() throws Exception {
		start();
		worker.wish("first", false);
		assertEquals("begin first", next());
		for (int i = 0; i < 100; i++) worker.wish("old", false);
		worker.wish("newest", false);
		gate.countDown();
		assertEquals(List.of("end first", "begin newest", "end newest"), List.of(next(), next(), next()));
	}

	@Test
	void aQuickPictureIsFinishedAThoroughOneIsNot() throws Exception {
		start();
		worker.wish("first", true);
		assertEquals("begin first", next());
		worker.wish("newer", false);
		assertEquals(List.of("cancelled first", "begin newer", "end newer"), List.of(next(), next(), next()));
	}

	@Test
	void afterAFailureItGoesOn() throws Exception {
		start();
		worker.wish("bad", false);
		assertEquals(List.of("begin bad", "failed bad"), List.of(next(), next()));
		worker.wish("good", false);
		assertEquals(List.of("begin good", "end good"), List.of(next(), next()));
	}

	@Test
	void closingCancelsAndEndsTheThread() throws Exception {
		start();
		worker.wish("first", false);
		assertEquals("begin first", next());
		worker.close();
		assertEquals("cancelled first", next());
		worker.wish("late", false);
		for (int i = 0; i < 300 && lives(); i++) TimeUnit.MILLISECONDS.sleep(100);
		assertFalse(lives());
		assertTrue(events.isEmpty(), events.toString());
	}

	private static boolean lives() {
		return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("test"));
	}
}
