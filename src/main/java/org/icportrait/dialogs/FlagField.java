package org.icportrait.dialogs;

import javax.swing.JCheckBox;
import javax.swing.JComponent;

/** Yes or no. */
final class FlagField extends Field {

	private final JCheckBox box;

	FlagField(final String label) {
		box = new JCheckBox(label);
		box.addActionListener(event -> entered(box.isSelected()));
	}

	@Override
	JComponent component() {
		return box;
	}

	@Override
	void show(final Object value) {
		box.setSelected(Boolean.TRUE.equals(value));
	}
}
