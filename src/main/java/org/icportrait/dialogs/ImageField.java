package org.icportrait.dialogs;

import ij.ImagePlus;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;

import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** One of the open images, looked up anew whenever the list is opened, since the dialog leaves ImageJ free. */
final class ImageField extends Field {

	private static final String NONE = "(choose an open image)";
	/** Longer titles do not widen the dialog. */
	private static final String WIDEST = "a title of twenty-four cha";

	private final JComboBox<ImagePlus> box = new JComboBox<>();

	ImageField() {
		box.setRenderer(new Titles());
		final ImagePlus widest = new ImagePlus(); // with a text it would open a file of that name
		widest.setTitle(WIDEST);
		box.setPrototypeDisplayValue(widest);
		box.addPopupMenuListener(new PopupMenuListener() {

			@Override
			public void popupMenuWillBecomeVisible(final PopupMenuEvent event) {
				fill(box.getSelectedItem());
			}

			@Override
			public void popupMenuWillBecomeInvisible(final PopupMenuEvent event) {}

			@Override
			public void popupMenuCanceled(final PopupMenuEvent event) {}
		});
		box.addActionListener(event -> entered(box.getSelectedItem()));
	}

	/** Images show as their titles. */
	private static final class Titles extends DefaultListCellRenderer {

		private static final long serialVersionUID = 1;

		@Override
		public Component getListCellRendererComponent(final JList<?> list, final Object value, final int index, final boolean selected, final boolean focused) {
			final String title = value == null ? NONE : ((ImagePlus) value).getTitle();
			return super.getListCellRendererComponent(list, title, index, selected, focused);
		}
	}

	private void fill(final Object chosen) {
		final List<ImagePlus> images = new ArrayList<>();
		images.add(null);
		images.addAll(OpenWindows.images());
		if (chosen != null && !images.contains(chosen)) images.add((ImagePlus) chosen);
		final DefaultComboBoxModel<ImagePlus> model = new DefaultComboBoxModel<>(images.toArray(new ImagePlus[0]));
		model.setSelectedItem(chosen);
		box.setModel(model);
	}

	@Override
	JComponent component() {
		return box;
	}

	@Override
	void show(final Object value) {
		fill(value);
	}
}
