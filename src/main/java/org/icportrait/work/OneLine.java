package org.icportrait.work;

/** Text that comes from outside, file names above all, for one line of a terminal, a log or an info text. */
public final class OneLine {

	private OneLine() {}

	/**
	 * The same text with every character that would act instead of being seen written out, e.g. an escape as {@code \u001b}: control
	 * characters, line and paragraph separators, marks that turn the direction of writing, halves of characters.
	 */
	public static String of(final String text) {
		final StringBuilder line = new StringBuilder(text.length());
		text.codePoints().forEach(c -> {
			if (isSeen(c)) line.appendCodePoint(c);
			else line.append(String.format("\\u%04x", c));
		});
		return line.toString();
	}

	private static boolean isSeen(final int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT, Character.SURROGATE -> false;
			default -> true;
		};
	}
}
