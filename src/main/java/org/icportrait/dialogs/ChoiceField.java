package org.icportrait.dialogs;

import java.util.List;

import javax.swing.JComboBox;
import javax.swing.JComponent;

/** One of several words. */
final class ChoiceField extends Field {

	private final JComboBox<Object> box;

	ChoiceField(final List<?> choices) {
		box = new JComboBox<>(choices.toArray());
		box.setMaximumRowCount(Math.max(8, choices.size()));
		box.addActionListener(event -> entered(box.getSelectedItem()));
	}

	@Override
	JComponent component() {
		return box;
	}

	@Override
	void show(final Object value) {
		box.setSelectedItem(value);
	}
}
