package org.icportrait.image;

/** Something the user gave cannot be used; the message is one sentence that says what is wrong and what to do. */
public class BadInputException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public BadInputException(final String message) {
		super(message);
	}

	public BadInputException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
