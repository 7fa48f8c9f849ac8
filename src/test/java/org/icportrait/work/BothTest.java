package org.icportrait.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BothTest {

	@Test
	void oneThreadMakesBothInTurn() {
		final Both<String, Integer> both = Workers.SERIAL.call(() -> Both.of(() -> null, () -> 2, Progress.NONE));
		assertNull(both.one());
		assertEquals(2, both.other());
	}

	/** Each waits until the other has begun. */
	@Test
	@Timeout(20)
	void twoThreadsMakeThemAtTheSameTime() {
		final ExecutorService helper = Executors.newSingleThreadExecutor();
		final CountDownLatch begun = new CountDownLatch(2);
		final Both<Boolean, Boolean> both = Workers.on(helper, 2).call(() -> Both.of(() -> meets(begun), () -> meets(begun), Progress.NONE));
		helper.shutdown();
		assertEquals(new Both<>(true, true), both);
	}

	private static boolean meets(final CountDownLatch begun) {
		begun.countDown();
		try {
			return begun.await(10, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			return false;
		}
	}

	@Test
	void whatOneThrowsIsThrown() {
		final BadInput sentence = new BadInput("No.");
		assertEquals(sentence, assertThrows(BadInput.class, () -> Both.of(() -> 1, () -> { throw sentence; }, Progress.NONE)));
	}
}
