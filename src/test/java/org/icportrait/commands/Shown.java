package org.icportrait.commands;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.concurrent.TimeUnit;

import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.RootPaneContainer;

import org.icportrait.bridge.Look;

/** Windows of tests: found by their titles, used by their words. */
final class Shown {

	private static final int PATIENCE_S = 120;

	private Shown() {}

	/** The dialog of a title that shows now, or null. */
	static JDialog find(final String title) {
		for (final Window window : Window.getWindows()) {
			if (window instanceof JDialog dialog && dialog.isShowing() && title.equals(dialog.getTitle())) return dialog;
		}
		return null;
	}

	/** The dialog of a title, once it shows. */
	static JDialog dialog(final String title) throws InterruptedException {
		for (int i = 0; i < PATIENCE_S * 20; i++) {
			final JDialog found = find(title);
			if (found != null) return found;
			TimeUnit.MILLISECONDS.sleep(50);
		}
		throw new AssertionError("No dialog \"" + title + "\" came up.");
	}

	/** Presses the button that says so. */
	static void press(final Window window, final String word) throws Exception {
		Look.onEventThread(() -> {
			final AbstractButton button = button(((RootPaneContainer) window).getContentPane(), word);
			if (button == null) throw new AssertionError("There is no button \"" + word + "\".");
			button.doClick();
			return null;
		});
	}

	private static AbstractButton button(final Container container, final String word) {
		for (final Component child : container.getComponents()) {
			if (child instanceof AbstractButton button && word.equals(button.getText())) return button;
			final AbstractButton found = child instanceof Container inner ? button(inner, word) : null;
			if (found != null) return found;
		}
		return null;
	}

	/** The component of a name that assistive programs read, or null. */
	static <T extends Component> T named(final Container container, final String name, final Class<T> type) {
		for (final Component child : container.getComponents()) {
			if (type.isInstance(child) && name.equals(child.getAccessibleContext().getAccessibleName())) return type.cast(child);
			final T found = child instanceof Container inner ? named(inner, name, type) : null;
			if (found != null) return found;
		}
		return null;
	}
}
