package org.icportrait.commands;

/** A command that knows which of its inputs count for the choices that were made, so that nothing else is recorded. */
interface Recorded {

	/** Whether the input, by its name, changes what comes out as the inputs stand now. */
	default boolean counts(final String input) {
		return true;
	}
}
