package org.icportrait.studio;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;

import javax.swing.Icon;

/** A small square of one colour, for legends. */
record Swatch(int rgb) implements Icon {

	private static final int SIDE = 12;

	@Override
	public void paintIcon(final Component on, final Graphics graphics, final int x, final int y) {
		graphics.setColor(new Color(rgb));
		graphics.fillRect(x, y, SIDE, SIDE);
	}

	@Override
	public int getIconWidth() {
		return SIDE;
	}

	@Override
	public int getIconHeight() {
		return SIDE;
	}
}
