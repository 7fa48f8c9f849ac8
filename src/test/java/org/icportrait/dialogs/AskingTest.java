package org.icportrait.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for a window, whose events need no screen. */
@Timeout(20)
class AskingTest {

	@Test
	void theAnswerComesFromTheEventThread() {
		final AtomicBoolean there = new AtomicBoolean();
		assertEquals("yes", Asking.ask(() -> {
			there.set(EventQueue.isDispatchThread());
			final CompletableFuture<String> answer = new CompletableFuture<>();
			EventQueue.invokeLater(() -> answer.complete("yes"));
			return answer;
		}, "no"));
		assertTrue(there.get());
	}

	/** Whoever waited would have waited for ever. */
	@Test
	void aWindowThatFailsEndsTheWaiting() {
		final RuntimeException fault = new RuntimeException("no window");
		assertSame(fault, assertThrows(IllegalStateException.class, () -> Asking.ask(() -> CompletableFuture.failedFuture(fault), "no")).getCause());
		assertSame(fault, assertThrows(IllegalStateException.class, () -> Asking.ask(() -> {
			throw fault;
		}, "no")).getCause());
	}

	@Test
	void anInterruptedThreadHasTheOtherAnswer() {
		final Thread waiting = Thread.currentThread();
		assertEquals("no", Asking.ask(() -> {
			waiting.interrupt();
			return new CompletableFuture<>();
		}, "no"));
		assertTrue(Thread.interrupted(), "whoever called may know");
	}
}
