package org.icportrait.dialogs;

import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** A line of text. */
final class TextField extends Field {

	private final JTextField text = new JTextField(12);

	TextField() {
		text.getDocument().addDocumentListener((Typed) () -> entered(text.getText()));
	}

	/** Told of whatever changes in a text. */
	interface Typed extends DocumentListener {

		void typed();

		@Override
		default void insertUpdate(final DocumentEvent event) {
			typed();
		}

		@Override
		default void removeUpdate(final DocumentEvent event) {
			typed();
		}

		@Override
		default void changedUpdate(final DocumentEvent event) {}
	}

	@Override
	JComponent component() {
		return text;
	}

	@Override
	void show(final Object value) {
		show(text, value);
	}

	/** Writes a value, null as nothing, where it is not there already. */
	static void show(final JTextField text, final Object value) {
		final String wanted = value == null ? "" : value.toString();
		if (!text.getText().equals(wanted)) text.setText(wanted);
	}
}
