package org.icportrait.commands;

import ij.ImagePlus;
import ij.WindowManager;

import java.io.File;
import java.util.List;

import org.icportrait.work.BadInput;
import org.icportrait.work.Decimal;
import org.icportrait.work.DecimalComma;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** The value of one macro key: parsed, and refused with one sentence when the input cannot take it. */
final class MacroValue {

	private MacroValue() {}

	/**
	 * @param text what the macro gives; null for a bare key, which means true
	 * @throws BadInput when the text is no value of the item
	 */
	static Object parse(final ModuleItem<?> item, final String text) {
		final Class<?> type = Types.box(item.getType());
		if (type == Boolean.class) return parseBoolean(item, text);
		if (text == null) throw new BadInput("\"" + item.getName() + "\" needs a value: write " + item.getName() + "=...");
		if (Number.class.isAssignableFrom(type)) return parseNumber(item, type, text);
		if (type == ImagePlus.class) return findImage(item, text);
		if (item.getChoices() != null && !item.getChoices().isEmpty()) return parseChoice(item, text);
		if (type != File.class) return text;
		if (text.isBlank() && item.isRequired()) throw new BadInput("\"" + item.getName() + "\" needs the path of a file: write " + item.getName() + "=[path].");
		return text.isEmpty() ? null : new File(text);
	}

	private static Boolean parseBoolean(final ModuleItem<?> item, final String text) {
		// The macro language writes its own true as 1.
		if (text == null || text.equalsIgnoreCase("true") || text.equals("1")) return true;
		if (text.equalsIgnoreCase("false") || text.equals("0")) return false;
		throw new BadInput("\"" + item.getName() + "\" must be true or false, not \"" + text + "\".");
	}

	private static Number parseNumber(final ModuleItem<?> item, final Class<?> type, final String text) {
		final boolean whole = type == Integer.class || type == Long.class;
		final double value = toDouble(item, text);
		if (!Double.isFinite(value) || whole && value != Math.rint(value)) {
			throw new BadInput("\"" + item.getName() + "\" must be a " + (whole ? "whole " : "") + "number, not \"" + text + "\".");
		}
		checkRange(item, value, text);
		if (whole) return wholeNumber(item, type, value, text);
		return type == Float.class ? (Number) (float) value : (Number) value;
	}

	/** To the last digit: a seed has more of them than a double. */
	private static Number wholeNumber(final ModuleItem<?> item, final Class<?> type, final double value, final String text) {
		try {
			final long number = text.matches("[+-]?\\d+") ? Long.parseLong(text) : (long) value;
			if (number == value) return type == Integer.class ? (Number) Math.toIntExact(number) : (Number) number;
		}
		catch (final NumberFormatException | ArithmeticException exception) {
			// told below
		}
		throw new BadInput("\"" + item.getName() + "\" cannot hold so large a number as " + text + "; choose a smaller one.");
	}

	private static double toDouble(final ModuleItem<?> item, final String text) {
		try {
			return Decimal.of(text);
		}
		catch (final NumberFormatException exception) {
			throw new BadInput("\"" + item.getName() + "\" must be a number, not \"" + text + "\"" + DecimalComma.hint(text) + ".", exception);
		}
	}

	private static void checkRange(final ModuleItem<?> item, final double value, final String text) {
		final Number low = (Number) item.getMinimumValue();
		final Number high = (Number) item.getMaximumValue();
		if (low != null && value < low.doubleValue() || high != null && value > high.doubleValue()) {
			throw new BadInput("\"" + item.getName() + "\" must " + range(low, high) + ", not at " + text + ".");
		}
	}

	/** Many numbers have one limit alone. */
	private static String range(final Number low, final Number high) {
		if (high == null) return "lie at " + plain(low) + " or above";
		return low == null ? "lie at " + plain(high) + " or below" : "lie between " + plain(low) + " and " + plain(high);
	}

	/** Whole numbers without a fraction, as people write them. */
	private static String plain(final Number number) {
		final double value = number.doubleValue();
		return value == (long) value ? Long.toString((long) value) : number.toString();
	}

	private static ImagePlus findImage(final ModuleItem<?> item, final String text) {
		ImagePlus image = WindowManager.getImage(text);
		// ImageJ's search by number breaks where no image is open in batch mode.
		if (image == null && WindowManager.getIDList() != null && text.matches("-?\\d{1,9}")) image = WindowManager.getImage(Integer.parseInt(text));
		final int alike = image == null ? 0 : OpenImages.unlike(text);
		if (alike > 1) {
			throw new BadInput("\"" + item.getName() + "\" names \"" + text + "\", and " + alike + " open images are called so; rename all but one, or give its " +
				"number (getImageID).");
		}
		if (image != null) return image;
		throw new BadInput("\"" + item.getName() + "\" must be the title of an open image; none is called \"" + text + "\".");
	}

	private static Object parseChoice(final ModuleItem<?> item, final String text) {
		final List<?> choices = item.getChoices();
		for (final Object choice : choices) {
			if (choice.toString().equalsIgnoreCase(text)) return choice;
		}
		throw new BadInput("\"" + item.getName() + "\" must be one of " + choices + ", not \"" + text + "\".");
	}
}
