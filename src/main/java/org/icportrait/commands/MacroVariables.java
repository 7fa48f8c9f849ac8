package org.icportrait.commands;

import ij.macro.Interpreter;

/** Variables of the running macro that its options name behind an ampersand, {@code "yaw=&angle"}, as ImageJ's own commands take them. */
final class MacroVariables {

	private MacroVariables() {}

	/**
	 * What a value stands for.
	 *
	 * @param value as the options give it, may be null
	 * @return the variable's value, true as 1; the same text where it names no variable of the macro
	 */
	static String resolved(final String value) {
		final Interpreter macro = Interpreter.getInstance();
		if (value == null || !value.startsWith("&") || macro == null) return value;
		final String text = macro.getStringVariable(value.substring(1));
		return text == null ? number(macro.getVariable2(value.substring(1)), value) : text;
	}

	private static String number(final double number, final String otherwise) {
		if (Double.isNaN(number)) return otherwise;
		return number == (long) number ? Long.toString((long) number) : Double.toString(number);
	}
}
