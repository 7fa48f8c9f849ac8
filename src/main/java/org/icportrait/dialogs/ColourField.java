package org.icportrait.dialogs;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.util.Locale;

import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JColorChooser;
import javax.swing.JTextField;

/** A colour as #rrggbb, to type or to choose. */
final class ColourField extends ChosenField {

	private static final int SWATCH = 14;

	ColourField() {
		super(new JTextField(8), "", new JButton());
		button.setIcon(new Swatch());
		button.setToolTipText("Choose a colour");
	}

	@Override
	void typed() {
		button.repaint();
		entered(text.getText());
	}

	/** Shows the colour that is typed; nothing where that is none. */
	private final class Swatch implements Icon {

		@Override
		public void paintIcon(final Component on, final Graphics graphics, final int x, final int y) {
			final Color colour = parsed();
			graphics.setColor(colour == null ? on.getBackground() : colour);
			graphics.fillRect(x, y, SWATCH, SWATCH);
			graphics.setColor(Color.GRAY);
			graphics.drawRect(x, y, SWATCH - 1, SWATCH - 1);
		}

		@Override
		public int getIconWidth() {
			return SWATCH;
		}

		@Override
		public int getIconHeight() {
			return SWATCH;
		}
	}

	private Color parsed() {
		final String typed = text.getText().trim();
		return typed.matches("#[0-9a-fA-F]{6}") ? Color.decode(typed) : null;
	}

	@Override
	void choose() {
		final Color chosen = JColorChooser.showDialog(both, "Background colour", parsed());
		if (chosen != null) text.setText(String.format(Locale.ROOT, "#%06x", chosen.getRGB() & 0xffffff));
	}
}
