package org.icportrait.commands;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import java.util.concurrent.CancellationException;

import org.icportrait.work.BadInput;
import org.icportrait.work.Fault;

import org.scijava.Cancelable;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;

/** How a command that cannot go on says so. */
final class Failures {

	private Failures() {}

	/** Does a command's work; whatever that throws ends it in a sentence, and what nobody expected is in the log as well. */
	static void guard(final ContextCommand command, final String title, final Runnable work) {
		try {
			work.run();
		}
		catch (final BadInput exception) {
			end(command, title, exception.getMessage());
		}
		catch (final CancellationException exception) {
			cancelled(command, title);
		}
		catch (final Fault fault) {
			command.context().service(LogService.class).error(fault);
			end(command, title, fault.getMessage());
		}
		catch (final OutOfMemoryError error) {
			end(command, title, "There is not enough memory for a picture of this size; give ImageJ more or scale the picture down.");
		}
		catch (final RuntimeException exception) {
			command.context().service(LogService.class).error(exception);
			end(command, title, "An unexpected fault: " + exception + "; please report it with what the console says.");
		}
	}

	/** Ends a command with a sentence, which ImageJ2 shows; a macro or script that called it ends, too. */
	static void end(final Cancelable command, final String title, final String sentence) {
		stopMacro(title, sentence);
		command.cancel(sentence);
	}

	/** Ends a command that its user cancelled: he knows, so nothing asks for one more click; a macro or script ends, too. */
	private static void cancelled(final Cancelable command, final String title) {
		stopMacro(title, "Cancelled.");
		command.cancel(null);
	}

	/** Writes the sentence to the log and stops the running macro or {@code IJ.run} script, which would go on otherwise. */
	static void stopMacro(final String command, final String message) {
		if (!IJ.isMacro()) return;
		IJ.log(command + ": " + message);
		Interpreter.abort();
		try {
			Macro.abort();
		}
		catch (final RuntimeException expected) {
			// It marks the run as aborted, which is wanted, and throws on threads of the macro, where the interpreter has stopped already.
		}
	}
}
