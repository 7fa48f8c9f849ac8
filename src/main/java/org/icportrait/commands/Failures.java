package org.icportrait.commands;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import org.scijava.Cancelable;

/** How a command that cannot go on says so. */
final class Failures {

	private Failures() {}

	/** Ends a command with a sentence, which ImageJ2 shows; a macro or script that called it ends, too. */
	static void end(final Cancelable command, final String title, final String sentence) {
		stopMacro(title, sentence);
		command.cancel(sentence);
	}

	/** Ends a command that its user cancelled: he knows, so nothing asks for one more click; a macro or script ends, too. */
	static void cancelled(final Cancelable command, final String title) {
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
