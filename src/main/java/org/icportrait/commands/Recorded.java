package org.icportrait.commands;

/** A command that knows which of its inputs count for the choices that were made, so that nothing else is recorded or asked for. */
interface Recorded {

	/** Whether the input, by its name, changes what comes out as the inputs stand now. */
	default boolean counts(final String input) {
		return true;
	}

	/** Whether a dialog takes the input as the inputs stand now; the others are grey there. */
	default boolean isUsed(final String input) {
		return counts(input);
	}

	/** Why the command cannot run with the inputs as they stand now, in one sentence; null where it can. Quick: a dialog asks at every change. */
	default String problem() {
		return null;
	}
}
