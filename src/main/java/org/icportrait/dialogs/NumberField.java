package org.icportrait.dialogs;

import java.text.DecimalFormatSymbols;
import java.text.ParseException;
import java.util.Locale;

import javax.swing.JComponent;
import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.text.DefaultFormatterFactory;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** A number to type or to step, within the input's range; written as in macros, with a point, and taken with a comma too. */
final class NumberField extends Field {

	private static final int COLUMNS = 4;

	private final String label;
	private final Class<?> type;
	private final JSpinner spinner;
	private final JFormattedTextField text;
	private final TypedNumber typed;

	NumberField(final ModuleItem<?> item) {
		label = item.getLabel();
		type = Types.box(item.getType());
		final Double low = bound(item.getMinimumValue()), high = bound(item.getMaximumValue());
		final Double start = low != null && low > 0 ? low : high != null && high < 0 ? high : Double.valueOf(0);
		spinner = new JSpinner(new SpinnerNumberModel(start, low, high, Double.valueOf(step(item))));
		final JSpinner.NumberEditor editor = new JSpinner.NumberEditor(spinner, isWhole() ? "0" : "0.######");
		editor.getFormat().setDecimalFormatSymbols(DecimalFormatSymbols.getInstance(Locale.ROOT));
		typed = new TypedNumber(editor.getFormat(), low, high, isWhole());
		text = editor.getTextField();
		text.setFormatterFactory(new DefaultFormatterFactory(typed));
		text.setFocusLostBehavior(JFormattedTextField.COMMIT); // what is wrong stays, to be told
		text.setColumns(COLUMNS);
		spinner.setEditor(editor);
		spinner.addChangeListener(event -> entered(converted((Number) spinner.getValue())));
	}

	/** By how much one step changes the number. */
	static double step(final ModuleItem<?> item) {
		return item.getStepSize() == null || item.getStepSize().doubleValue() == 0 ? 1 : item.getStepSize().doubleValue();
	}

	private static Double bound(final Object value) {
		return value instanceof Number number ? number.doubleValue() : null;
	}

	private boolean isWhole() {
		return type == Integer.class || type == Long.class;
	}

	private Object converted(final Number number) {
		if (type == Integer.class) return number.intValue();
		if (type == Long.class) return number.longValue();
		return type == Float.class ? (Object) number.floatValue() : (Object) number.doubleValue();
	}

	@Override
	JComponent component() {
		return spinner;
	}

	@Override
	JComponent focus() {
		return text;
	}

	@Override
	String commit() {
		try {
			if (spinner.isEnabled()) spinner.commitEdit();
			return null;
		}
		catch (final ParseException noNumber) {
			return "\"" + label + "\" " + typed.taken() + ", not \"" + text.getText() + "\".";
		}
	}

	@Override
	void forget() {
		text.setValue(spinner.getValue());
	}

	@Override
	void show(final Object value) {
		if (value instanceof Number number) spinner.setValue(number.doubleValue());
	}
}
