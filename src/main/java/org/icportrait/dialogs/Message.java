package org.icportrait.dialogs;

import java.awt.Color;

import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** What a dialog says below its fields: what is missing yet, or, in red, what is wrong. For the event thread. */
final class Message extends JTextArea {

	private static final long serialVersionUID = 1;
	private static final int COLUMNS = 20;

	/** @param rows for which there is room */
	Message(final int rows) {
		super(rows, COLUMNS);
		setEditable(false);
		setFocusable(false);
		setLineWrap(true);
		setWrapStyleWord(true);
		setOpaque(false);
		setBorder(BorderFactory.createEmptyBorder());
		setFont(UIManager.getFont("Label.font"));
	}

	/** Says what is missing. */
	void say(final String missing) {
		setText(missing);
		setForeground(UIManager.getColor("Label.foreground"));
	}

	/** Says what is wrong; null for nothing. @param background behind it */
	void warn(final String problem, final Color background) {
		setText(problem == null ? "" : problem);
		setForeground(warning(background));
	}

	/** A red that is read on dark and on light. */
	private static Color warning(final Color background) {
		final boolean dark = background.getRed() + background.getGreen() + background.getBlue() < 3 * 128;
		return dark ? new Color(255, 138, 128) : new Color(176, 0, 32);
	}
}
