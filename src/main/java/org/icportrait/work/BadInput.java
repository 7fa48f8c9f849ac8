package org.icportrait.work;

/** Something the user gave cannot be used; the message is one sentence that says what is wrong and what to do. */
public class BadInput extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public BadInput(final String message) {
		super(message);
	}

	public BadInput(final String message, final Throwable cause) {
		super(message, cause);
	}
}
