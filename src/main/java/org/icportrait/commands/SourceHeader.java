package org.icportrait.commands;

import ij.ImagePlus;
import ij.gui.Roi;

import java.awt.Font;

import javax.swing.ImageIcon;
import javax.swing.JLabel;
import javax.swing.JPanel;

import net.miginfocom.swing.MigLayout;

import org.icportrait.imagej.Thumbnail;

/** Which photograph a dialog is about: a thumbnail, its title, its size and whether a selection chooses the face. */
final class SourceHeader extends JPanel {

	private static final long serialVersionUID = 1;
	private static final int SIDE = 48;
	private static final int LONGEST = 48;

	/** @param face whether a face of it is worked on */
	SourceHeader(final ImagePlus image, final boolean face) {
		super(new MigLayout("insets 0, gapy 0", "[]10[grow]", "push[]2[]push"));
		final JLabel title = new JLabel(shortened(image.getTitle()));
		title.setFont(title.getFont().deriveFont(Font.BOLD));
		add(new JLabel(new ImageIcon(Thumbnail.of(image, SIDE))), "spany 2");
		add(title, "wrap");
		add(new JLabel(size(image) + (face ? face(image) : "")));
	}

	private static String shortened(final String title) {
		return title.length() <= LONGEST ? title : title.substring(0, LONGEST - 1) + "…";
	}

	private static String size(final ImagePlus image) {
		return image.getWidth() + " × " + image.getHeight() + " pixels" + (image.getStackSize() > 1 ? ", slice " + image.getCurrentSlice() + " of " + image.getStackSize() : "");
	}

	private static String face(final ImagePlus image) {
		final Roi roi = image.getRoi();
		return roi != null && roi.isArea() ? ", the face in the selection" : ", the largest face";
	}
}
