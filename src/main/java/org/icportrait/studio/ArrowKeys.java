package org.icportrait.studio;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;

import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Arrow keys of a component that has the focus. For the event thread. */
final class ArrowKeys {

	/** Told of each key. */
	interface Moved {

		/** @param right steps to the right @param up steps upwards */
		void by(double right, double up);
	}

	private ArrowKeys() {}

	static void add(final JComponent to, final Moved moved) {
		key(to, KeyEvent.VK_LEFT, -1, 0, moved);
		key(to, KeyEvent.VK_RIGHT, 1, 0, moved);
		key(to, KeyEvent.VK_UP, 0, 1, moved);
		key(to, KeyEvent.VK_DOWN, 0, -1, moved);
	}

	private static void key(final JComponent to, final int code, final double right, final double up, final Moved moved) {
		to.getInputMap().put(KeyStroke.getKeyStroke(code, 0), code);
		to.getActionMap().put(code, new AbstractAction() {

			private static final long serialVersionUID = 1;

			@Override
			public void actionPerformed(final ActionEvent event) {
				moved.by(right, up);
			}
		});
	}
}
