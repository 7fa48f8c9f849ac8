package org.icportrait.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DeadlineTest {

	/** A decoder that reads for ever is given up, and its thread does not go on. */
	@Test
	@Timeout(20)
	void endlessReadingEnds() throws InterruptedException {
		final Thread[] worker = { null };
		assertThrows(TimeoutException.class, () -> Deadline.call(1, () -> {
			worker[0] = Thread.currentThread();
			final StoppableStream in = new StoppableStream(new ByteArrayInputStream(new byte[8]));
			while (true) in.read();
		}));
		worker[0].join(10_000);
		assertFalse(worker[0].isAlive());
	}

	@Test
	void whatIsDoneInTimeComesBack() throws Exception {
		assertEquals(7, Deadline.call(20, () -> 7));
		assertThrows(Damaged.class, () -> Deadline.call(20, () -> {
			throw new Damaged("it is");
		}));
	}
}
