package org.icportrait.dialogs;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.util.Locale;

import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JColorChooser;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;

import net.miginfocom.swing.MigLayout;

/** A colour as #rrggbb, to type or to choose. */
final class ColourField extends Field {

	private static final int SWATCH = 14;

	private final JTextField text = new JTextField(8);
	private final JButton button = new JButton(new Swatch());
	private final JPanel both = new JPanel(new MigLayout("insets 0, fillx", "[grow,fill]4[]"));

	ColourField() {
		text.getDocument().addDocumentListener((TextField.Typed) () -> {
			button.repaint();
			entered(text.getText());
		});
		button.setToolTipText("Choose a colour");
		button.addActionListener(event -> choose());
		both.setOpaque(false);
		both.add(text);
		both.add(button);
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

	private void choose() {
		final Color chosen = JColorChooser.showDialog(both, "Background colour", parsed());
		if (chosen != null) text.setText(String.format(Locale.ROOT, "#%06x", chosen.getRGB() & 0xffffff));
	}

	@Override
	JComponent component() {
		return both;
	}

	@Override
	JComponent focus() {
		return text;
	}

	@Override
	void enable(final boolean used) {
		text.setEnabled(used);
		button.setEnabled(used);
	}

	@Override
	void show(final Object value) {
		final String wanted = value == null ? "" : value.toString();
		if (!text.getText().equals(wanted)) text.setText(wanted);
	}
}
