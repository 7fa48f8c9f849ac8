package org.icportrait.work;

/** Numbers as people write them: digits, a decimal point, an exponent. Java also reads its own literals (10f, 10d, 0x1p4), which would be a unit that nobody checks. */
public final class Decimal {

	private Decimal() {}

	/** The number; throws {@link NumberFormatException} for what is none. NaN and Infinity are read, for ranges to refuse. */
	public static double of(final String text) {
		final String trimmed = text.trim();
		if (trimmed.matches(".*\\d\\.?[fFdD]|.*[xX].*")) throw new NumberFormatException(text);
		return Double.parseDouble(trimmed);
	}
}
