package org.icportrait.work;

/**
 * Something that no other input would mend: the machine lacks memory or a library, a network fails, a promise of ours is broken. The
 * message is one sentence for people; the cause is for the log.
 */
public class Fault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public Fault(final String message) {
		super(message);
	}

	public Fault(final String message, final Throwable cause) {
		super(message, cause);
	}
}
