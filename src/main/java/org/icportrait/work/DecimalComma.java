package org.icportrait.work;

/** Numbers as half of the world writes them, which we do not read: a comma separates several. */
public final class DecimalComma {

	private DecimalComma() {}

	/** What to write instead, to be put behind a sentence that refuses a text as a number; empty where no comma is its fault. */
	public static String hint(final String text) {
		return text.trim().matches("[+-]?\\d*,\\d+") ? "; write a point before the decimals: " + text.trim().replace(',', '.') : "";
	}
}
