package org.icportrait.studio;

import java.awt.Window;

import javax.swing.JLabel;
import javax.swing.SwingUtilities;

/** What the studio says below the picture: one line of figures, or a whole sentence on as many lines as it takes. For the event thread. */
final class StatusLine extends JLabel {

	private static final long serialVersionUID = 1;
	/** Pixels, where the line has no width yet. */
	private static final int NARROWEST = 200;

	StatusLine(final String text) {
		super(text);
	}

	/** Why there is no picture: what to do about it stands at the end of the sentence. The window grows where it has no room for that. */
	void explain(final String sentence) {
		final String text = sentence.replace("&", "&amp;").replace("<", "&lt;");
		setText("<html><body><div width=" + Math.max(NARROWEST, getWidth()) + ">" + text + "</div></body></html>");
		final Window window = SwingUtilities.getWindowAncestor(this);
		if (window != null && window.getPreferredSize().height > window.getHeight()) window.setSize(window.getWidth(), window.getPreferredSize().height);
	}
}
