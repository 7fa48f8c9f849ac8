package org.icportrait.dialogs;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;

import net.miginfocom.swing.MigLayout;

/** A line of text that may be typed, or chosen by a button beside it. */
abstract class ChosenField extends Field {

	final JTextField text;
	final JButton button;
	final JPanel both = new JPanel(new MigLayout("insets 0, fillx", "[grow,fill]4[]"));

	/** @param place constraints of the text, as MigLayout takes them */
	ChosenField(final JTextField text, final String place, final JButton button) {
		this.text = text;
		this.button = button;
		text.getDocument().addDocumentListener((TextField.Typed) this::typed);
		button.addActionListener(event -> choose());
		both.setOpaque(false);
		both.add(text, place);
		both.add(button);
	}

	/** The text has changed. */
	abstract void typed();

	/** The button was pressed. */
	abstract void choose();

	@Override
	final JComponent component() {
		return both;
	}

	@Override
	final JComponent focus() {
		return text;
	}

	@Override
	final void enable(final boolean used) {
		text.setEnabled(used);
		button.setEnabled(used);
	}

	@Override
	final void show(final Object value) {
		TextField.show(text, value);
	}
}
