package org.icportrait.studio;

import ij.ImagePlus;

import java.awt.Color;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.swing.BorderFactory;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;

import net.miginfocom.swing.MigLayout;

import org.icportrait.imagej.Thumbnail;

/** Thumbnails of the person's photographs: the first decides, further ones show what it does not. A click takes a further one away. */
final class PhotographStrip extends JPanel {

	private static final long serialVersionUID = 1;
	private static final int SIDE = 56;

	/** Made once: images may be closed while the studio is open. */
	private final transient Map<ImagePlus, ImageIcon> icons = new HashMap<>();
	private final ImagePlus first;
	private final transient Supplier<List<ImagePlus>> open;
	private final transient Consumer<List<ImagePlus>> changed;
	private final transient List<ImagePlus> further = new ArrayList<>();

	/** @param open gives the open images @param changed takes the further photographs */
	PhotographStrip(final ImagePlus first, final Supplier<List<ImagePlus>> open, final Consumer<List<ImagePlus>> changed) {
		super(new MigLayout("insets 0", "[]6[]", "[center]"));
		this.first = first;
		this.open = open;
		this.changed = changed;
		fill();
	}

	/** All but the first. */
	List<ImagePlus> further() {
		return List.copyOf(further);
	}

	private void fill() {
		removeAll();
		final JLabel main = new JLabel(icon(first));
		main.setBorder(BorderFactory.createLineBorder(new Color(Knowledge.SEEN), 2));
		main.setToolTipText(first.getTitle() + ": decides camera, size, background and the light that is kept");
		add(main);
		for (final ImagePlus image : further) add(removable(image));
		final JButton add = new JButton("Add a photograph of the same person...");
		add.addActionListener(event -> menu().show(add, 0, add.getHeight()));
		add(add);
		revalidate();
		repaint();
	}

	private ImageIcon icon(final ImagePlus image) {
		return icons.computeIfAbsent(image, key -> new ImageIcon(Thumbnail.of(key, SIDE)));
	}

	private JButton removable(final ImagePlus image) {
		final JButton button = new JButton(icon(image));
		button.setMargin(new Insets(1, 1, 1, 1));
		button.setToolTipText(image.getTitle() + ": click to leave it out");
		button.addActionListener(event -> {
			further.remove(image);
			tell();
		});
		return button;
	}

	private JPopupMenu menu() {
		final JPopupMenu menu = new JPopupMenu();
		for (final ImagePlus image : open.get()) {
			if (image == first || further.contains(image)) continue;
			final JMenuItem item = new JMenuItem(image.getTitle());
			item.addActionListener(event -> join(image));
			menu.add(item);
		}
		if (menu.getComponentCount() == 0) menu.add(new JMenuItem("Open one in ImageJ first")).setEnabled(false);
		return menu;
	}

	/** Adds a further one. */
	void join(final ImagePlus image) {
		icon(image); // or nothing has happened, where it was closed meanwhile
		further.add(image);
		tell();
	}

	private void tell() {
		fill();
		changed.accept(further());
	}
}
