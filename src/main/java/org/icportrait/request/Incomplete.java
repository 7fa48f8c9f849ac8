package org.icportrait.request;

import org.icportrait.work.BadInput;

/** What is asked for lacks something that another option adds; nothing of what was given is wrong. Rows of tables may add it. */
public final class Incomplete extends BadInput {

	private static final long serialVersionUID = 1L;

	public Incomplete(final String message) {
		super(message);
	}
}
