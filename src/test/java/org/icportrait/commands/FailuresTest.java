package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;

import org.icportrait.work.BadInput;
import org.icportrait.work.Fault;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/** Whatever a command's work throws, the command ends in a sentence and throws nothing itself. */
class FailuresTest {

	private static ContextCommand ended(final Runnable work) {
		try (Context context = new Context(LogService.class)) {
			context.service(LogService.class).setLevel(LogLevel.NONE); // its traces are wanted, but not here
			final ContextCommand command = new ContextCommand() {

				@Override
				public void run() {
					Failures.guard(this, "Test", work);
				}
			};
			context.inject(command);
			command.run();
			return command;
		}
	}

	private static String reason(final Throwable thrown) {
		final ContextCommand command = ended(() -> {
			if (thrown instanceof Error error) throw error;
			throw (RuntimeException) thrown;
		});
		assertTrue(command.isCanceled());
		return command.getCancelReason();
	}

	@Test
	void whatWorkThrowsBecomesASentence() {
		assertEquals("Name a file.", reason(new BadInput("Name a file.")));
		assertEquals("The disk is gone.", reason(new Fault("The disk is gone.", null)));
		assertTrue(reason(new OutOfMemoryError()).startsWith("There is not enough memory"));
		assertTrue(reason(new IllegalStateException("odd")).contains("odd; please report it"));
		assertEquals("", reason(new CancellationException()), "who cancels needs no sentence");
	}

	@Test
	void workThatEndsLeavesItBe() {
		assertFalse(ended(() -> {}).isCanceled());
	}
}
