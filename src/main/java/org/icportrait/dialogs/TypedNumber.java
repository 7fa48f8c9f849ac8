package org.icportrait.dialogs;

import java.text.DecimalFormat;
import java.text.ParseException;
import java.util.regex.Pattern;

import javax.swing.text.NumberFormatter;

/** Numbers as people type them: with a point or a comma before the decimals, and nothing behind; Swing reads 12 of "12,5" and of "12 px". */
final class TypedNumber extends NumberFormatter {

	private static final long serialVersionUID = 1;
	private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

	private final Double low, high;
	private final boolean whole;

	/** @param low null for no limit @param high likewise @param whole whether fractions are refused */
	TypedNumber(final DecimalFormat format, final Double low, final Double high, final boolean whole) {
		super(format);
		setValueClass(Double.class);
		this.low = low;
		this.high = high;
		this.whole = whole;
	}

	@Override
	public Object stringToValue(final String text) throws ParseException {
		final String pointed = text.trim().replace(',', '.');
		if (!NUMBER.matcher(pointed).matches()) throw new ParseException(text, 0);
		final double value = Double.parseDouble(pointed);
		if (low != null && value < low || high != null && value > high || whole && value != Math.rint(value)) throw new ParseException(text, 0);
		return value;
	}

	/** What is taken, to be put behind a name: "must be a whole number between 0 and 4". */
	String taken() {
		final String number = "must be a " + (whole ? "whole " : "") + "number";
		if (low == null || high == null) return number + (low != null ? " from " + written(low) + " up" : high != null ? " up to " + written(high) : "");
		return number + " between " + written(low) + " and " + written(high);
	}

	private static String written(final double limit) {
		return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
	}
}
