package org.icportrait.dialogs;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.SwingConstants;

/** Any number of open images, by their titles with semicolons between. */
final class ImagesField extends Field {

	private static final String BETWEEN = "; ", NONE = "(none)";

	private final JButton button = new JButton(NONE);
	private final List<String> chosen = new ArrayList<>();

	ImagesField() {
		button.setHorizontalAlignment(SwingConstants.LEFT);
		button.addActionListener(event -> menu().show(button, 0, button.getHeight()));
	}

	private JPopupMenu menu() {
		final JPopupMenu menu = new JPopupMenu();
		for (final ImagePlus image : OpenWindows.images()) {
			final JCheckBoxMenuItem item = new JCheckBoxMenuItem(image.getTitle(), chosen.contains(image.getTitle()));
			item.addActionListener(event -> choose(image.getTitle(), item.isSelected()));
			menu.add(item);
		}
		if (menu.getComponentCount() == 0) menu.add(new JMenuItem("No image is open")).setEnabled(false);
		return menu;
	}

	private void choose(final String title, final boolean wanted) {
		chosen.remove(title);
		if (wanted) chosen.add(title);
		entered(String.join(BETWEEN, chosen));
	}

	@Override
	JComponent component() {
		return button;
	}

	@Override
	void show(final Object value) {
		chosen.clear();
		if (value != null) Arrays.stream(value.toString().split(";")).map(String::trim).filter(title -> !title.isEmpty()).forEach(chosen::add);
		button.setText(chosen.isEmpty() ? NONE : String.join(BETWEEN, chosen));
	}
}
