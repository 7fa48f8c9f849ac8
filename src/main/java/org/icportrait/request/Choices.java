package org.icportrait.request;

/** Words that people choose from, taken in any case and kept as they are documented. */
final class Choices {

	private Choices() {}

	/** The one of {@code known} that the word is, whatever its case; the word itself, which may be null, where it is none of them. */
	static String of(final String word, final String... known) {
		for (final String one : known) if (one.equalsIgnoreCase(word)) return one;
		return word;
	}
}
