package org.icportrait.inference;

/** Turns the messages of native libraries into a few words for people. */
final class Causes {

	private static final int LONGEST = 200;
	private static final String[] LAST_PREFIXES = { "with error: ", "message:" };

	private Causes() {}

	/** The message of the innermost cause, or its class where it has none. */
	static String root(final Throwable thrown) {
		Throwable cause = thrown;
		while (cause.getCause() != null && cause.getCause() != cause) cause = cause.getCause();
		return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
	}

	/** The last, true cause of a message: one line, no code places, no full stop, at most 200 characters. */
	static String brief(final String message) {
		if (message == null || message.isBlank()) return "unknown cause";
		String text = message;
		for (final String prefix : LAST_PREFIXES) {
			final int at = text.lastIndexOf(prefix);
			if (at >= 0) text = text.substring(at + prefix.length());
		}
		text = text.strip().lines().findFirst().orElse("unknown cause").strip();
		while (text.endsWith(".")) text = text.substring(0, text.length() - 1);
		return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
	}
}
