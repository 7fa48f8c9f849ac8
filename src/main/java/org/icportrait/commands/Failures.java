package org.icportrait.commands;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

/** How a command that cannot go on says so. */
final class Failures {

	private Failures() {}

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
